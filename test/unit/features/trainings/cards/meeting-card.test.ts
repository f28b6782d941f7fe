import assert from 'node:assert/strict';
import { meetingPreviewCard } from '../../../../../src/features/trainings/cards/meeting-card.js';
import { personKey } from '../../../../../src/features/trainings/domain/attendee.js';
import { mergeOf } from '../../../../../src/features/trainings/domain/merging.js';
import { Renderer } from '../../../../../src/platform/cards/renderer.js';
import { stranger } from '../../../../../src/platform/people/person.js';
import { parts, textOf, verbs } from '../../../../support/cards.js';
import { aTraining } from '../../../../support/training-data.js';

const TRAINING = aTraining();
const sessions = [{ from: TRAINING.startsAt, until: TRAINING.endsAt }];

describe('the preview of a report with names alone', () => {
  const people = Array.from({ length: 53 }, (_, at) => stranger(`persona-${at}`, `Persona ${at}`));
  const participants = people.map(({ name }) => ({ name, email: '', upn: '', sessions }));
  /** The card when those people are stored already. */
  const cardWith = (stored: readonly string[]) => {
    const keys = stored.map(personKey);
    const merge = mergeOf(TRAINING, { participants }, people, {
      listed: new Set(keys),
      stays: new Map(keys.map((key) => [key, sessions])),
      corrections: [],
    });
    return meetingPreviewCard(new Renderer(), TRAINING.id, TRAINING, merge, true, 'es');
  };
  const offeredOn = (card: object) => {
    const choices = parts(card).find(({ id }) => id === 'people')?.choices as { value: string }[] | undefined;
    return (choices ?? []).map(({ value }) => value);
  };

  it('says how many do not fit, and offers them when the report comes again', () => {
    const first = cardWith([]);
    const offered = offeredOn(first);
    assert.equal(offered.length, 50);
    assert.match(textOf(first), /Faltan 3 por mostrar: guarda estas y envía el informe otra vez/);

    const second = cardWith(offered);
    assert.deepEqual(offeredOn(second), ['persona-50', 'persona-51', 'persona-52']);
    assert.match(textOf(second), /A 3 las reconocí solo por el nombre/);
    assert.doesNotMatch(textOf(second), /por mostrar|no cambia nada/);

    const third = cardWith(people.map(({ id }) => id));
    assert.match(textOf(third), /ya está en la lista: no cambia nada/);
    assert.ok(!verbs(third).includes('meeting.keep'));
  });
});
