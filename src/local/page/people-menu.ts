import { avatar } from './avatar.js';
import { make } from './dom.js';
import { describe } from './people.js';
import type { Session } from './session.js';
import type { Person, State } from './types.js';

const ROLES: Record<string, string> = {
  leader: 'lidera un equipo',
  trainer: 'da capacitaciones',
  humanization: 'equipo de humanización',
  protected: 'ruta protegida',
  admin: 'administra el bot',
};

/** Who is who, to choose whom to be. */
export function peopleMenu(state: State, session: Session, tints: ReadonlyMap<string, string>): HTMLElement {
  const menu = make('div', { class: 'menu people-menu', popover: 'auto', id: 'people' });
  const choice = (person: Person) =>
    make(
      'li',
      {},
      make(
        'button',
        {
          type: 'button',
          class: 'row',
          'data-person': person.id,
          click: () => {
            menu.hidePopover();
            session.be(person);
          },
        },
        avatar(person.name, tints.get(person.id)),
        make(
          'span',
          { class: 'who' },
          make('strong', {}, person.name),
          make('span', {}, describe(person, state.people)),
          person.roles.length > 0 &&
            make('span', {}, person.roles.map((role) => ROLES[role] ?? role).join(', ')),
        ),
      ),
    );
  menu.append(
    make('h2', {}, '¿Quién quieres ser?'),
    make('p', {}, 'Cada persona ve lo suyo. Cambia cuando quieras.'),
    make('ul', {}, ...state.people.map(choice)),
  );
  menu.addEventListener('beforetoggle', () => {
    for (const button of menu.querySelectorAll<HTMLElement>('[data-person]')) {
      if (button.dataset.person === session.me.id) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  });
  return menu;
}
