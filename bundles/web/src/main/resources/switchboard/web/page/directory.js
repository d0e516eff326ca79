// Whom one can call here. Shown on the start page of a server with several companies, instead of the telephone.

import { ask } from './http.js';

/** @returns the company of this page, {id, name, language} */
export function company(path, onWaiting) {
  const id = path.match(/^\/c\/([a-z0-9-]+)\/?$/)?.[1];
  return ask('GET', `/api/company${id ? `?id=${id}` : ''}`, { onWaiting });
}

/** @returns the companies of this server, [{id, name}] */
export async function companies(onWaiting) {
  return (await ask('GET', '/api/companies', { onWaiting })).companies;
}

/** Shows one link per company. */
export function offer(list, all) {
  list.replaceChildren(...all.map(({ id, name }) => {
    const link = document.createElement('a');
    link.href = `/c/${encodeURIComponent(id)}`;
    link.textContent = name;
    const item = document.createElement('li');
    item.append(link);
    return item;
  }));
  list.hidden = false;
}
