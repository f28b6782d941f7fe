import assert from 'node:assert/strict';
import { normalizeContact, sharedDevices } from '../../../../src/features/trainings/domain/attendee.js';
import {
  mayAnnounce,
  mayManage,
  maySeeCoverage,
} from '../../../../src/features/trainings/domain/permissions.js';
import { type CheckSection, drawQuestions } from '../../../../src/features/trainings/domain/questions.js';
import { admissionAt, GRACE_MS } from '../../../../src/features/trainings/domain/training.js';
import { codeIn } from '../../../../src/features/trainings/handlers/attendance-handler.js';
import { coverageOf } from '../../../../src/features/trainings/handlers/coverage-handler.js';
import { planOf, readForm } from '../../../../src/features/trainings/handlers/training-form.js';
import { Attempts } from '../../../../src/features/trainings/service/attempts.js';
import { languageFor } from '../../../../src/platform/pages/layout.js';
import type { Person } from '../../../../src/platform/people/person.js';
import { readPolicy } from '../../../../src/platform/policy/policy.js';
import { anAttendee, aTraining } from '../../../support/training-data.js';

const person = (id: string, changes: Partial<Person> = {}): Person => ({
  ...{ id, name: id, email: '', roles: [], area: '' },
  ...changes,
});

describe('trainings: what is decided', () => {
  it('should open at the start and stay open for the grace after the end', () => {
    const training = aTraining();
    const at = (iso: string, ms = 0) => admissionAt(training, new Date(Date.parse(iso) + ms));
    assert.equal(at(training.startsAt, -1), 'early');
    assert.equal(at(training.startsAt), 'open');
    assert.equal(at(training.endsAt, GRACE_MS), 'open');
    assert.equal(at(training.endsAt, GRACE_MS + 1), 'late');
    assert.equal(admissionAt({ ...training, state: 'closed' }, new Date(training.startsAt)), 'closed');
  });

  it('should let the right people do things, and nobody else', () => {
    const training = aTraining({ trainerId: 'teresa', createdBy: 'alba' });
    for (const [who, announces, manages, sees] of [
      [person('teresa', { roles: ['trainer'] }), true, true, false],
      [person('alba', { roles: ['trainer'] }), true, true, false],
      [person('otra', { roles: ['trainer'] }), true, false, false],
      [person('hernan', { roles: ['humanization'] }), true, true, true],
      [person('luis', { roles: ['leader'] }), false, false, false],
      [person('raiz', { roles: ['admin'] }), false, false, false],
      [person('ana'), false, false, false],
    ] as const) {
      const found = [mayAnnounce(who), mayManage(training, who), maySeeCoverage(who)];
      assert.deepEqual(found, [announces, manages, sees], who.id);
    }
  });

  it('should read the hours of the form as those of Bogotá', () => {
    const id = '00000000-0000-4000-8000-00000000c0de';
    const input = { id, title: ' La  política ', day: '2026-11-24', startsAt: '23:00', endsAt: '23:30' };
    const written = readForm(input);
    assert.ok(written);
    assert.equal(written.title, 'La política');
    const planned = planOf(written, new Date('2026-11-24T14:00:00Z'));
    assert.ok('plan' in planned);
    assert.equal(planned.plan.startsAt.toISOString(), '2026-11-25T04:00:00.000Z');
    assert.equal(readForm({ ...input, id: 'x' }), undefined);
  });

  for (const [text, code] of [
    ['asistencia 7F3K2Q', '7F3K2Q'],
    ['Asistencia: 7f3-k2q', '7F3K2Q'],
    ['asistencia «7F3 K2Q»', '7F3K2Q'],
    ['attendance 7F3K2Q', '7F3K2Q'],
    ['asistencia 7F3K2', '7F3K2'],
    ['asistencia', ''],
    ['asistencia FFFGHJ', 'FFFGHJ'],
    ['registrar asistencia', ''],
    ['registrar mi asistencia, por favor', ''],
    ['registrar mi asistencia por favor 7F3K2Q', '7F3K2Q'],
    ['Hola, quiero registrar mi asistencia con el código 7F3 K2Q. Gracias', '7F3K2Q'],
    ['asistencia código 7F3K2Q', '7F3K2Q'],
    ['register my attendance please 7F3K2Q', '7F3K2Q'],
    ['registrar la asistencia de mi equipo', undefined],
    ['registro de asistencia', undefined],
    ['quiero registrar mi asistencia pero el código no sirve', undefined],
    ['asistencia a las capacitaciones del mes', undefined],
    ['¿cómo registro mi asistencia?', undefined],
    ['asistencialismo', undefined],
    ['asistencia médica', undefined],
    ['Asistencia social', undefined],
    ['asistencia CDFGHJ', 'CDFGHJ'],
    ['asistencia 7F3K2O', '7F3K2O'],
  ] as const) {
    it(`should find ${code ?? 'no code'} in "${text}"`, () => assert.equal(codeIn(text), code));
  }

  it('should know two ways of writing a document for the same', () => {
    for (const written of ['1.234.567', ' 1234567', '1 234-567'])
      assert.equal(normalizeContact(written), '1234567');
    assert.equal(normalizeContact(' Ana@Demo.Example '), 'ana@demo.example');
  });

  it('should name those who share a device, and nobody without one', () => {
    const list = [1, 2, 3, 4].map((at) => anAttendee(at, { device: at < 3 ? 'one' : '' }));
    assert.deepEqual(
      sharedDevices(list).map((sharing) => sharing.map(({ name }) => name)),
      [['Persona 1', 'Persona 2']],
    );
  });

  it('should count what was done within the span only', () => {
    let now = 0;
    const attempts = new Attempts(() => new Date(now), 2, 1_000);
    attempts.add('a');
    now = 500;
    attempts.add('a');
    assert.equal(attempts.isOver('a'), true);
    assert.equal(attempts.isOver('b'), false);
    now = 999;
    assert.equal(attempts.isOver('a'), true);
    now = 1_000;
    assert.equal(attempts.isOver('a'), false);
  });

  it('should count each person once, in the area of the directory', () => {
    const people = [person('1', { area: 'A' }), person('2', { area: 'A' }), person('3', { area: 'B' })];
    const key = (id: string) => ({ key: `person:${id}` });
    const coverage = coverageOf(people, [
      anAttendee(1, key('1')),
      anAttendee(1, key('1')),
      anAttendee(9, key('gone')),
      anAttendee(5, { key: 'declared:x', contact: '1.234.567' }),
      anAttendee(6, { key: 'declared:y', contact: '1234567 ' }),
    ]);
    assert.deepEqual(coverage, {
      areas: [
        { area: 'A', trained: 1, people: 2 },
        { area: 'B', trained: 0, people: 1 },
      ],
      ...{ trained: 1, people: 3, declared: 1 },
    });
  });

  it('should speak the first of the two languages that the browser asks for', () => {
    for (const [header, language] of [
      ['', 'es'],
      ['en', 'en'],
      ['fr, en;q=0.5', 'en'],
      ['es-CO,en', 'es'],
      ['de', 'es'],
    ] as const) {
      assert.equal(languageFor(header), language, header);
    }
  });
});

describe('trainings: the questions of what was learned', () => {
  const policy = readPolicy();
  const sections: CheckSection[] = policy.sections.map((section) => ({
    ...{ id: section.id, title: section.title, sentences: section.official },
    neighbours: policy.siblingsOf(section).map(({ id, title }) => ({ id, title })),
  }));

  it('should be three, of the policy’s own words, with one right answer among three', () => {
    for (let at = 0; at < 50; at++) {
      const questions = drawQuestions(sections, `training-${at}`);
      assert.equal(questions.length, 3);
      assert.equal(new Set(questions.map(({ sectionId }) => sectionId)).size, 3);
      for (const { sectionId, title, sentence, options } of questions) {
        assert.ok(policy.find(sectionId)?.official.includes(sentence));
        assert.equal(new Set(options.map(({ id }) => id)).size, 3);
        assert.ok(options.some(({ id }) => id === sectionId));
        assert.ok(!sentence.toLowerCase().includes(title.toLowerCase()));
      }
    }
  });

  it('should be the same for everybody in a training, and others in others', () => {
    assert.deepEqual(drawQuestions(sections, 'a'), drawQuestions(sections, 'a'));
    const drawn = Array.from({ length: 20 }, (_, at) => JSON.stringify(drawQuestions(sections, String(at))));
    assert.ok(new Set(drawn).size > 15);
  });

  it('should have the right answer in each place about as often', () => {
    const places = [0, 0, 0];
    for (let at = 0; at < 300; at++) {
      for (const { sectionId, options } of drawQuestions(sections, String(at))) {
        const place = options.findIndex(({ id }) => id === sectionId);
        places[place] = (places[place] ?? 0) + 1;
      }
    }
    for (const count of places) assert.ok(count > 200 && count < 400, String(places));
  });
});
