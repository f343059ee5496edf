// The picture of the chain in a variant, put on the page as the worker drew it.
import { find, mark, put } from "./dom.js";

/** Elements of a drawing in their places; those that stood there are written anew. */
function fill(svg, { width, height, paths, texts }) {
  mark(svg, "viewBox", `0 0 ${width} ${Math.round(height)}`);
  const box = svg.lastElementChild;
  const wanted = [
    ...paths.map(([looks, d]) => ["path", { class: looks, d }, ""]),
    ...texts.map(([x, y, looks, text]) => ["text", { x, y, class: looks }, text]),
  ];
  wanted.forEach(([name, attributes, text], place) => {
    let element = box.children[place];
    if (element?.localName !== name) {
      const made = document.createElementNS(svg.namespaceURI, name);
      if (element) element.replaceWith(made);
      else box.append(made);
      element = made;
    }
    for (const [key, value] of Object.entries(attributes)) mark(element, key, String(value));
    put(element, text);
  });
  while (box.children.length > wanted.length) box.lastElementChild.remove();
}

/** Show the picture of a variant; nothing for the briefing's own split, which has its own, and where there is none. */
export function drawPicture(picture) {
  const figure = find("chain");
  if (!figure) return;
  figure.hidden = !picture;
  if (!picture) return;
  put(find("chain-title"), picture.title);
  fill(find("chain-wide"), picture.wide);
  fill(find("chain-tall"), picture.tall);
}
