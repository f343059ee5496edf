// What goes out of the page: tables and proposals as files.
import { minus, written } from "./fraction.js";
import { decimal, printed } from "./numbers.js";

/** Save rows of text as a file. */
export function save(rows, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", `${rows.join("\r\n")}\r\n`], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const plainly = (value, decimals) => decimal(printed(value, decimals));

/** The table that is shown, with names, as a spreadsheet of the reader's language reads it. */
export function tableRows(data, given, amounts) {
  const sign = data.decimal === "," ? ";" : ",";
  const safe = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? "'" : "") + text.replaceAll('"', '""')}"`;
  const rows = data.lines.map((each, place) => {
    const figures_ = [given[place], amounts[place], minus(amounts[place], given[place])];
    return [safe(each.name), safe(each.partner), ...figures_.map((value) => plainly(value, 6).replace(".", data.decimal))].join(sign);
  });
  return [data.columns.map(safe).join(sign), ...rows];
}

/** A fraction as computers write it: the nearest floating-point number, whose exact value stands beside it. */
function nearest(value) {
  const text = String(Number(value[0]) / Number(value[1]));
  return text.includes("e") ? plainly(value, 12) : text;
}

/** The split as a proposal that `compare` reads, exactly. */
export const proposalRows = (data, amounts) =>
  ["line,amount,exact", ...data.lines.map(({ id }, place) => [id, nearest(amounts[place]), written(amounts[place])].join(","))];
