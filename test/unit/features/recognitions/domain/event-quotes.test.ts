import assert from 'node:assert/strict';
import { type Quotable, quotesOf } from '../../../../../src/features/recognitions/domain/event-quotes.js';

const said = (message: string, changes: Partial<Quotable> = {}): Quotable => ({
  senderId: 'ana',
  attribute: 'amabilidad',
  source: 'colleague',
  message,
  isPublic: true,
  state: 'sent',
  at: '2026-05-01T12:00:00.000Z',
  ...changes,
});
const wordsOf = (all: Quotable[]) => quotesOf(all).map(({ message }) => message);

describe('what may be read aloud at a recognition event', () => {
  it('is public, and the person did not refuse', () => {
    assert.deepEqual(
      wordsOf([
        said('privado', { isPublic: false, senderId: 'a' }),
        said('rechazado', { state: 'declined', senderId: 'b' }),
        said('', { state: 'removed', senderId: 'c' }),
        said('publicado', { state: 'published', senderId: 'd', at: '2026-05-02T12:00:00.000Z' }),
        said('sin responder', { senderId: 'e' }),
      ]),
      ['publicado', 'sin responder'],
    );
  });

  it('has nothing that looks like the name or the number of a patient', () => {
    assert.deepEqual(
      wordsOf([
        said('Ayudó a la señora Marta Pérez a llegar.', { senderId: 'a' }),
        said('El usuario con documento 52.345.678 quedó feliz.', { senderId: 'b' }),
        said('Escribió a marta@example.org para contarle.', { senderId: 'c' }),
        said('Ayudó a una señora a llegar.', { senderId: 'd' }),
      ]),
      ['Ayudó a una señora a llegar.'],
    );
  });

  it('is by different people, for different attributes first, the newest first, three at most', () => {
    const at = (day: number) => `2026-05-0${day}T12:00:00.000Z`;
    assert.deepEqual(
      wordsOf([
        said('vieja', { at: at(1), senderId: 'luis' }),
        said('de la misma persona', { at: at(2) }),
        said('nueva', { at: at(5) }),
        said('segunda', { at: at(4), senderId: 'eva' }),
        said('de otro atributo', { at: at(3), senderId: 'pia', attribute: 'facilidad' }),
      ]),
      ['nueva', 'de otro atributo', 'segunda'],
    );
  });

  it('may be of several users', () => {
    assert.equal(quotesOf([said('una', { senderId: '' }), said('otra', { senderId: '' })]).length, 2);
  });
});
