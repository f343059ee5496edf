// What goes out of the page and what keys do: undo and redo, the command, files, print, the sheet on a phone.
import { written } from "./fraction.js";
import { find, put } from "./dom.js";
import { proposalRows, save, tableRows } from "./going.js";
import { decimal } from "./numbers.js";
import { command } from "./state.js";

const TYPED = "input:not([type=range], [type=checkbox])";

/** Open the sheet, or close it. */
function peek(writer) {
  const open = find("desk").classList.toggle("open");
  find("peek").setAttribute("aria-expanded", String(open));
  put(find("peek-word"), writer.say(open ? "desk close" : "desk heading"));
}

function keys(writer, inquiry) {
  addEventListener("keydown", (event) => {
    const { target, key } = event;
    const inField = target.matches?.(TYPED);
    if (key === "Enter" && inField) target.dispatchEvent(new Event("change"));
    if (key === "Escape" && find("desk").classList.contains("open")) {
      peek(writer);
      find("peek").focus();
    }
    const typing = inField && target.value !== (target.dataset.shown ?? target.value);
    if (!(event.ctrlKey || event.metaKey) || event.altKey || typing) return;
    const by = key === "z" && !event.shiftKey ? -1 : key === "y" || (key.toLowerCase() === "z" && event.shiftKey) ? 1 : 0;
    if (!by) return;
    event.preventDefault();
    inquiry.move(by);
  });
}

async function copy(data, writer, state) {
  const text = command(data, state);
  find("command").hidden = false;
  put(find("command"), text);
  try {
    await navigator.clipboard.writeText(text);
    put(find("copy"), writer.say("desk copied"));
    setTimeout(() => put(find("copy"), writer.say("desk copy")), 2000);
  } catch {
    getSelection()?.selectAllChildren(find("command"));
  }
}

export function acts(data, writer, inquiry, showing) {
  const fileName = (kind) => {
    const { ceiling } = inquiry.state;
    return `flessenhals-${kind}${(decimal(ceiling) ?? written(ceiling)).replace("/", "-")}.csv`;
  };
  keys(writer, inquiry);
  find("undo").addEventListener("click", () => inquiry.move(-1));
  find("redo").addEventListener("click", () => inquiry.move(1));
  find("peek").addEventListener("click", () => peek(writer));
  find("print").addEventListener("click", () => print());
  find("copy")?.addEventListener("click", () => copy(data, writer, inquiry.state));
  find("csv").addEventListener("click", () => save(tableRows(data, showing.given(inquiry.state), inquiry.found.amounts), fileName("")));
  find("save").addEventListener("click", () => save(proposalRows(data, inquiry.found.amounts), fileName(`${data.words.proposal}-`)));
}
