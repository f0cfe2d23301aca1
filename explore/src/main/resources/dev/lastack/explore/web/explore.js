import { Line, fragment, readFragment } from "./line.js";

const $ = (id) => document.getElementById(id);
const line = new Line();
let scenario = null;
let shown = null;
let work = Promise.resolve();

const element = (tag, text, css) => {
  const node = document.createElement(tag);
  node.textContent = text;
  if (css) node.className = css;
  return node;
};

const row = (...cells) => {
  const tr = document.createElement("tr");
  tr.append(...cells);
  return tr;
};

const say = (text, css) => {
  $("message").textContent = text;
  $("message").className = css || "";
  $("message").hidden = !text;
};

// Questions to the server. Each carries the choices; the server remembers nothing.

const ask = async (path, question) => {
  let response;
  try {
    response = await fetch("api/" + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: "Bearer " + localStorage.getItem("token") },
      body: JSON.stringify(question),
    });
  } catch {
    throw new Error("lastack does not answer; is it still running?");
  }
  if (!response.ok) throw new Error((await response.text()).trim());
  return response;
};

const about = (choices) => ({ scenario: scenario.digest, choices: choices.join(".") });

/** Does one thing after the other, so that quick keys act on what the one before has shown. */
const then = (action) => {
  work = work.then(action).catch((error) => say(error.message, "error"));
  return work;
};

// Showing.

const value = (old, now) => {
  const cell = document.createElement("td");
  if (old === now) cell.textContent = now;
  else {
    cell.className = "changed";
    cell.append(element("del", old || "–"), " → ", element("ins", now || "–"));
  }
  return cell;
};

const showTcbs = (tcbs) => {
  const [a, b] = [tcbs.A, tcbs.B].map((list) => new Map(list.map((each) => [each.name, each])));
  const cell = (each) => (each ? value(each.old, each.now) : element("td", ""));
  const head = (name) => {
    const th = element("th", name);
    th.scope = name ? "col" : "";
    return th;
  };
  $("tcbs").replaceChildren(
    row(head(""), head("A"), head("B")),
    ...[...new Set([...a.keys(), ...b.keys()])].map((name) => {
      const th = element("th", name);
      th.scope = "row";
      return row(th, cell(a.get(name)), cell(b.get(name)));
    }));
};

const showNetwork = (segments, budgets) => {
  $("network").replaceChildren(...(segments.length ? segments.map((s) => {
    const tr = row(
      element("td", "#" + s.number), element("td", "→ " + s.to), element("td", s.header, "code"),
      element("td", "[" + s.incarnation + "]"), element("td", s.gone ? "gone" : s.sent ? "new" : "age " + s.age));
    tr.className = s.gone ? "gone" : s.sent ? "sent" : "";
    return tr;
  }) : [row(element("td", "nothing"))]));
  $("budgets").textContent = budgets.length ? "left: " + budgets.map((each) => each.name + " "
    + (each.old === each.now ? each.now : each.old + " → " + each.now)).join(", ") : "";
};

const stepButton = (step, number) => {
  const button = document.createElement("button");
  button.className = "step" + (step.violates.length ? " violates" : "");
  button.dataset.action = step.action;
  const [first, ...rest] = step.sentences;
  button.append(element("kbd", String(number)), element("span", first, "first"));
  if (rest.length) button.append(element("span", rest.join(" "), "rest"));
  for (const claim of step.violates) button.append(element("span", "✗ violates " + claim, "claim"));
  for (const rule of step.rules) button.append(element("span", rule, "rule"));
  button.onclick = () => then(() => take(step.action));
  return button;
};

const showSteps = (steps, cut) => {
  const groups = new Map();
  steps.forEach((step, index) => {
    if (!groups.has(step.group)) groups.set(step.group, []);
    groups.get(step.group).push(stepButton(step, index + 1));
  });
  const hadFocus = document.activeElement?.classList.contains("step");
  $("steps").replaceChildren(...[...groups].map(([name, buttons]) => {
    const group = document.createElement("div");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", name);
    group.append(element("h3", name), ...buttons);
    return group;
  }));
  if (!steps.length) $("steps").append(element("p", "Nothing: no step is possible here."));
  if (hadFocus) document.querySelector("button.step")?.focus({ preventScroll: true });
  $("cut").hidden = !cut;
};

const showLadder = () => {
  if (shown.svg) {
    $("ladder").innerHTML = shown.svg;
    for (const group of $("ladder").querySelectorAll("g[data-step]")) {
      const at = Number(group.dataset.step);
      const since = Number(group.dataset.since ?? at);
      group.classList.toggle("future", since > line.at);
      group.classList.toggle("travelling", since <= line.at && at > line.at);
      group.classList.toggle("now", at === line.at && line.at > 0);
      group.onclick = () => then(() => goTo(at));
    }
    return;
  }
  const list = document.createElement("ol");
  for (const each of shown.words) {
    const item = element("li", each.sentences.join(" "));
    item.value = each.step;
    list.append(item);
  }
  $("ladder").replaceChildren(
    element("p", "A run of " + shown.length + " steps is too long to draw. The last steps up to here:"), list);
};

const showVerdicts = (violates) => $("verdicts").replaceChildren(...violates.map((claim) => {
  const p = element("p", "✗ violates " + claim.id + ": " + claim.sentence + " ", "verdict");
  const button = element("button", "trace file");
  button.setAttribute("aria-label", "trace file for " + claim.id);
  button.onclick = () => then(() => download(claim.id));
  p.append(button);
  return p;
}));

const showBranches = () => {
  $("branches").hidden = !line.others.length;
  $("lines").replaceChildren(...line.others.map((other, index) => {
    const item = document.createElement("li");
    const button = element("button", "line of " + other.length + " steps, parts after step " + line.partsAfter(index));
    button.onclick = () => then(() => resume(index));
    item.append(button);
    return item;
  }));
};

const show = async () => {
  shown = await (await ask("run", { ...about(line.choices), at: line.at })).json();
  history.replaceState(null, "", fragment(scenario.digest, line.here));
  $("where").textContent = (line.at ? "Step " + line.at + (line.at < shown.length ? " of " + shown.length : "") : "Start")
    + " · " + shown.time;
  $("sentences").replaceChildren(
    ...(line.at ? shown.last.sentences : ["Nothing has happened yet."]).map((s) => element("li", s)));
  $("rules").replaceChildren(...shown.last.rules.map((r) => element("li", r)));
  showVerdicts(shown.last.violates);
  showSteps(shown.steps, shown.cut);
  showTcbs(shown.tcbs);
  showNetwork(shown.network, shown.budgets);
  showLadder();
  showBranches();
  $("undo").disabled = $("start").disabled = $("otherwise").disabled = line.at === 0;
  $("redo").disabled = $("end").disabled = line.at === shown.length;
};

// Acting.

/** Changes the line and shows it; if the server refuses, the line stays as it was. */
const change = async (edit) => {
  const before = [line.choices, line.at, line.others];
  say("");
  try {
    edit();
    await show();
  } catch (error) {
    [line.choices, line.at, line.others] = before;
    throw error;
  }
};

const take = (action) => change(() => line.take(action));
const goTo = (at) => change(() => line.go(at));
const resume = (index) => change(() => line.resume(index));

const random = async () => {
  const seed = crypto.getRandomValues(new Int32Array(1))[0];
  const answer = await (await ask("random", { ...about(line.here), steps: 20, seed })).json();
  await change(() => line.follow(answer.choices.split(".")));
};

const find = async (goal) => {
  document.body.classList.add("searching");
  say("searching …");
  try {
    const answer = await (await ask("shortest", { ...about(line.here), ...goal })).json();
    if (!("choices" in answer)) return say(answer.none ?? answer.undecided);
    const found = answer.choices ? answer.choices.split(".") : [];
    const steps = found.length - line.at;
    await change(() => line.follow(found));
    say(goal.otherwise ? "Another run to the same state, of " + found.length + " steps."
      : steps === 0 ? "It is so here." : "Found, " + steps + (steps === 1 ? " step" : " steps") + " from there.");
  } finally {
    document.body.classList.remove("searching");
  }
};

const download = async (claim) => {
  const text = await (await ask("trace", { ...about(line.here), ...(claim ? { claim } : {}) })).text();
  const name = claim ?? shown.last.violates[0]?.id ?? "run";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = scenario.name + "." + name + ".itf.json";
  link.click();
  URL.revokeObjectURL(link.href);
};

const copy = async () => {
  const link = location.origin + "/" + fragment(scenario.digest, line.here);
  try {
    await navigator.clipboard.writeText(link);
    say("The link is copied. Whoever has the scenario can append its part from # on to their own address.");
  } catch {
    say(link);
  }
};

const focusStep = (by) => {
  const steps = [...document.querySelectorAll("button.step")];
  const now = steps.indexOf(document.activeElement);
  steps[now < 0 ? (by > 0 ? 0 : steps.length - 1) : (now + by + steps.length) % steps.length]?.focus();
};

const keys = {
  ArrowDown: () => focusStep(1), ArrowUp: () => focusStep(-1),
  u: () => goTo(line.at - 1), ArrowLeft: () => goTo(line.at - 1),
  r: () => goTo(line.at + 1), ArrowRight: () => goTo(line.at + 1),
  Home: () => goTo(0), End: () => goTo(line.choices.length),
  b: () => (line.others.length ? resume(0) : say("There is no other line yet.")),
  x: random, o: () => find({ otherwise: true }), l: copy, t: () => download(),
  v: () => $("claim").focus(), s: () => $("state").focus(),
  "?": () => $("keys").showModal(),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
  if (event.target.matches("input, select")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
  const action = digit ? () => {
    const step = shown.steps[digit - 1];
    return step ? take(step.action) : say("There is no step " + digit + " here.");
  } : keys[event.key];
  if (!action) return;
  event.preventDefault();
  then(action);
});

const on = (id, action) => ($(id).onclick = () => then(action));
on("undo", keys.u);
on("redo", keys.r);
on("start", keys.Home);
on("end", keys.End);
on("random", random);
on("copy", copy);
on("trace", () => download());
on("help", keys["?"]);
on("otherwise", keys.o);
$("violate").onsubmit = (event) => {
  event.preventDefault();
  then(() => find({ claim: $("claim").value }));
};
$("reach").onsubmit = (event) => {
  event.preventDefault();
  then(() => find({ state: $("state").value }));
};

// Beginning.

const openFragment = async () => {
  const asked = readFragment(location.hash);
  if (asked.token) localStorage.setItem("token", asked.token);
  if (!scenario) {
    scenario = await (await ask("scenario", {})).json();
    document.title = scenario.name + " · lastack explore";
    $("name").textContent = scenario.name;
    $("description").textContent = scenario.description;
    $("claim").replaceChildren(...scenario.claims.map((claim) => {
      const option = element("option", claim.id);
      option.title = claim.sentence;
      return option;
    }));
    $("atoms").replaceChildren(...scenario.atoms.map((atom) => {
      const option = document.createElement("option");
      option.value = atom;
      return option;
    }));
  }
  if (asked.scenario && asked.scenario !== scenario.digest) {
    await change(() => line.follow([]));
    throw new Error("The link is of another scenario (digest " + asked.scenario + "); this is " + scenario.name
      + ", digest " + scenario.digest + ".");
  }
  if (asked.scenario) return change(() => line.follow(asked.choices));
  const start = scenario.start ? scenario.start.split(".") : [];
  return change(() => line.follow(start, scenario.startAt));
};

addEventListener("hashchange", () => then(openFragment));
then(openFragment);
