// The page's elements: found, made, and written only where something else stood there, so that a browser lays out no more
// than what changed.
export const find = (id) => document.getElementById(id);
export const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);

export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function mark(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Show a text in a field, unless somebody is typing another one there. */
export function refill(field, text) {
  if (document.activeElement === field && field.dataset.shown !== field.value) return;
  if (field.value !== text) field.value = text;
  if (field.dataset.shown !== text) field.dataset.shown = text;
}

/** What an object has under a key of its own: keys come from plans and addresses. */
export const own = (changes, id) => (Object.hasOwn(changes, id) ? changes[id] : {});
