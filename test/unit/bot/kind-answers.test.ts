import assert from 'node:assert/strict';
import { kindAnswer } from '../../../src/bot/kind-answers.js';
import { textIn } from '../../../src/platform/text/catalogue.js';
import { anActivity } from '../../support/fixtures.js';

const HTML = { contentType: 'text/html' };
const IMAGE = { contentType: 'image/png' };
const FILE = { contentType: 'application/vnd.microsoft.teams.file.download.info' };

describe('the answer to a message without words', () => {
  for (const language of ['es', 'en'] as const) {
    const { chat } = textIn(language);
    const say = (text: string, ...attachments: { contentType?: string }[]) =>
      kindAnswer(anActivity({ attachments }), text, language);

    it(`says that files and pictures cannot be read (${language})`, () => {
      for (const attachment of [IMAGE, FILE, {}]) assert.equal(say('', attachment), chat.cannotReadFile);
      assert.equal(say('', HTML, IMAGE), chat.cannotReadFile);
    });

    it(`thanks for a sticker, which is HTML without text (${language})`, () => {
      assert.equal(say('', HTML), chat.cannotReadSticker);
    });

    it(`is the same for symbols without a letter or a digit (${language})`, () => {
      for (const signs of ['👍', '😡😡😡', '???', '!', '...', '👍🏽 ❤️']) {
        assert.equal(say(signs), chat.cannotReadSticker, signs);
        assert.equal(say(signs, HTML), chat.cannotReadSticker, signs);
      }
      assert.equal(say('👍', IMAGE), chat.cannotReadFile);
    });

    it(`is absent when there is a letter or a digit (${language})`, () => {
      for (const words of ['¿?a', '👍 1', 'é', '7F3K2Q']) assert.equal(say(words), undefined, words);
    });

    it(`asks for words when the message is empty (${language})`, () => {
      assert.equal(say(''), chat.emptyMessage);
      assert.equal(kindAnswer(anActivity({ attachments: undefined }), '', language), chat.emptyMessage);
    });

    it(`is absent when there are words, which Teams also sends as HTML (${language})`, () => {
      assert.equal(say('hola'), undefined);
      assert.equal(say('hola', HTML), undefined);
    });
  }

  it('has three different sentences in each of the two languages', () => {
    const sentences = (['es', 'en'] as const).flatMap((language) => {
      const { cannotReadFile, cannotReadSticker, emptyMessage } = textIn(language).chat;
      return [cannotReadFile, cannotReadSticker, emptyMessage];
    });
    assert.equal(new Set(sentences).size, 6);
  });
});
