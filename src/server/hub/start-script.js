// The start page's own script: every control is one POST of JSON, and the page is drawn anew by the server.
const { scenarios, task, revision, token } = JSON.parse(document.getElementById('choices').textContent);
const trouble = document.getElementById('trouble');
const header = document.documentElement.dataset.tokenHeader;

async function ask(path, body) {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(path, {
    ...init,
    headers: { 'content-type': 'application/json', [header]: token },
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

async function control(path, body) {
  document.documentElement.setAttribute('aria-busy', 'true');
  try {
    await ask(path, body);
    location.reload();
  } catch (error) {
    document.documentElement.removeAttribute('aria-busy');
    trouble.textContent = error.message;
    trouble.hidden = false;
    trouble.scrollIntoView({ block: 'nearest' });
  }
}

/** What the fields of a form say; an empty field says nothing. */
function fieldsOf(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}

const FORMS = {
  range: form => {
    const { seed, people } = fieldsOf(form);
    return ['/_control/reset', { seed, people: people === undefined ? undefined : Number(people) }];
  },
  task: form => ['/_control/task', fieldsOf(form)],
  edges: form => ['/_control/edges', { edges: new FormData(form).getAll('edge') }],
  outcome: form => {
    const { kind, reason, note, values } = fieldsOf(form);
    const named = (values ?? '').split(';').flatMap(line => {
      const at = line.indexOf('=');
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
    });
    const said = named.length > 0 ? { values: Object.fromEntries(named) } : {};
    return ['/_control/outcome', { kind, reason, note: note ?? '', ...said }];
  },
};

document.addEventListener('click', event => {
  const button = event.target.closest('button[data-control]');
  if (button) control(button.dataset.control, JSON.parse(button.dataset.body));
});

document.addEventListener('submit', event => {
  event.preventDefault();
  const toAsk = FORMS[event.target.dataset.form];
  if (toAsk) control(...toAsk(event.target));
});

const chosen = document.querySelector('form[data-form=task] select[name=scenario]');

/** A scenario goes with some edges and faults only. */
function offer() {
  const scenario = scenarios.find(({ name }) => name === chosen.value);
  document.getElementById('scenario-summary').textContent = scenario.summary;
  for (const kind of ['edge', 'fault']) {
    const select = chosen.form.elements[kind];
    const names = scenario[`${kind}s`];
    select.replaceChildren(new Option('none', ''), ...names.map(name => new Option(name, name)));
    if (task?.scenario === scenario.name) select.value = task[kind] ?? '';
  }
}
chosen.addEventListener('change', offer);
offer();

// Work goes on in other tabs: whoever comes back sees how things stand.
document.addEventListener('visibilitychange', async () => {
  if (document.visibilityState !== 'visible') return;
  const state = await ask('/_control/state').catch(() => ({ revision }));
  if (state.revision !== revision) location.reload();
});
