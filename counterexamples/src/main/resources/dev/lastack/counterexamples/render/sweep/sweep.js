"use strict";
const cells = JSON.parse(document.getElementById("cells").textContent);
const run = document.getElementById("run");
const claims = document.getElementById("claims");

function showRun(claim) {
  run.textContent = claim.ladder || "The run was found by an earlier sweep; the command above shows it.";
  run.hidden = false;
}

function open(number) {
  const cell = cells[number];
  if (!cell) {
    return;
  }
  document.querySelectorAll("g[data-step]").forEach(g => g.classList.toggle("chosen", g.dataset.step === String(number)));
  document.querySelector("#cell h2").textContent = cell.name;
  document.getElementById("argument").textContent =
    cell.argument + "; " + cell.states + " states" + (cell.note ? "; " + cell.note : "") + (cell.price ? ". " + cell.price : "");
  claims.replaceChildren();
  run.hidden = true;
  for (const claim of cell.claims) {
    const row = claims.insertRow();
    row.insertCell().textContent = claim.id;
    row.insertCell().textContent = claim.verdict;
    const shown = row.insertCell();
    if (claim.verdict === "violated") {
      const button = document.createElement("button");
      button.textContent = "show the run";
      button.addEventListener("click", () => showRun(claim));
      shown.append(button);
    }
  }
  document.getElementById("command").textContent = cell.command;
  const first = cell.claims.find(claim => claim.verdict === "violated");
  document.getElementById("again").hidden = !first;
  if (first) {
    showRun(first);
  }
}

function openLinked() {
  const linked = /^#cell=(\d+)$/.exec(location.hash);
  if (linked) {
    open(Number(linked[1]));
  }
}

addEventListener("hashchange", openLinked);
openLinked();
