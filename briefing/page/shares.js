// The slider of a path: every step was worked out and proved when the page was made, so that nothing is solved here.
const data = JSON.parse(document.getElementById("shares-data").textContent);
const find = (id) => document.getElementById(id);
const slider = find("share");
const table = find("series-table");
const head = [...table.tHead.rows[0].cells].slice(1);
const rows = [...table.tBodies[0].rows].map((row) => [...row.cells]);
const figures = ["ceiling", "allocated", "unspent", "coverage"].map((id) => find(`figure-${id}`));
const home = data.home;

function show(place) {
  const step = data.steps[place];
  head.forEach((cell, column) => { cell.textContent = step.head[column]; });
  rows.forEach((cells, row) => cells.forEach((cell, column) => { cell.textContent = step.rows[row][column]; }));
  figures.forEach((figure, number) => { figure.textContent = step.figures[number]; });
  find("share-said").textContent = step.share;
  find("share-state").textContent = step.said;
  slider.value = place;
  slider.setAttribute("aria-valuetext", step.share);
  find("share-back").disabled = place === home;
  document.body.classList.toggle("variant", place !== home);
  const hash = place === home ? "" : `#share=${step.id}`;
  if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname + location.search);
}

function fromHash() {
  const asked = new URLSearchParams(location.hash.slice(1)).get("share");
  const place = data.steps.findIndex((step) => step.id === asked);
  show(place < 0 ? home : place);
}

slider.max = data.steps.length - 1;
slider.addEventListener("input", () => show(Number(slider.value)));
find("share-back").addEventListener("click", () => { show(home); slider.focus(); });
addEventListener("hashchange", fromHash);
find("shares").hidden = false;
fromHash();
