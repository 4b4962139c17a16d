'use strict';
(() => {
  const form = document.getElementById('row');
  const answer = document.getElementById('answer');
  const keyField = document.getElementById('key');
  const key = document.getElementById('api-key');
  const controls = [...form.querySelectorAll('[data-name]')];

  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const faultOf = control => document.getElementById(control.id.replace('f', 'e'));

  const mark = (control, text) => {
    faultOf(control).textContent = text;
    control.setAttribute('aria-invalid', text ? 'true' : 'false');
  };

  const clear = () => controls.forEach(control => mark(control, ''));

  const valueOf = control => {
    if (control.value === '') return null;
    return control.dataset.type === 'number' ? Number(control.value) : control.value;
  };

  const showPrediction = prediction => {
    const shown = [];
    if ('label' in prediction) shown.push(element('p', prediction.label, 'label'));
    const list = document.createElement('dl');
    for (const [name, value] of Object.entries(prediction)) {
      if (name === 'label') continue;
      const item = document.createElement('div');
      item.append(element('dt', name), element('dd', String(value)));
      if ('label' in prediction) {
        const meter = document.createElement('meter');
        meter.min = 0;
        meter.max = 1;
        meter.value = value;
        meter.setAttribute('aria-label', name);
        item.append(meter);
      }
      list.append(item);
    }
    shown.push(list);
    answer.replaceChildren(...shown);
  };

  const showRefusal = (status, problem) => {
    const byName = new Map(controls.map(control => [control.dataset.name, control]));
    const left = [];
    for (const error of problem.errors ?? []) {
      const control = byName.get(error.column);
      if (control) mark(control, error.message);
      else left.push(error.message);
    }
    const shown = [element('p', problem.detail ?? problem.title ?? `The service answered ${status}.`, 'fault')];
    left.forEach(message => shown.push(element('p', message, 'fault')));
    answer.replaceChildren(...shown);
    if (status === 401) {
      keyField.hidden = false;
      key.focus();
      return;
    }
    controls.find(control => control.getAttribute('aria-invalid') === 'true')?.focus();
  };

  const unreadable = () => {
    const wrong = controls.filter(control => control.validity.badInput);
    wrong.forEach(control => mark(control, 'is not a number'));
    if (wrong.length === 0) return false;
    answer.replaceChildren(element('p', 'Some values are not numbers.', 'fault'));
    wrong[0].focus();
    return true;
  };

  form.addEventListener('submit', async event => {
    event.preventDefault();
    clear();
    if (unreadable()) return;
    const headers = { 'Content-Type': 'application/json' };
    if (key.value) headers.Authorization = `Bearer ${key.value}`;
    const record = Object.create(null);
    controls.forEach(control => { record[control.dataset.name] = valueOf(control); });
    answer.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch('invocations', { method: 'POST', headers, body: JSON.stringify({ dataframe_records: [record] }) });
      const body = await response.json().catch(() => ({}));
      if (response.ok) showPrediction(body.predictions[0]);
      else showRefusal(response.status, body);
    } catch {
      answer.replaceChildren(element('p', 'The service cannot be reached.', 'fault'));
    } finally {
      answer.removeAttribute('aria-busy');
    }
  });

  form.addEventListener('reset', clear);

  fetch('version').then(response => response.ok ? response.json() : {}).then(version => {
    if (!version.modelVersion) return;
    const shown = document.getElementById('version');
    shown.querySelector('dd').textContent = version.modelVersion;
    shown.hidden = false;
  }).catch(() => {});
})();
