import assert from 'node:assert/strict';
import {
  certificateCode,
  certificateHash,
  isSameName,
} from '../../../../../src/features/trainings/domain/certificate.js';

describe('the code of a certificate', () => {
  const codes = Array.from({ length: 50 }, (_, at) =>
    certificateCode({ secret: 'a secret' }, `person:${at}`),
  );

  it('is the same each time for a person, and another one for others and for other trainings', () => {
    assert.equal(certificateCode({ secret: 'a secret' }, 'person:0'), codes[0]);
    assert.equal(new Set([...codes, certificateCode({ secret: 'another' }, 'person:0')]).size, 51);
  });

  it('is found again when it was typed with O for 0, l for 1, in lower case, without its hyphens', () => {
    assert.ok(codes.some((code) => code.includes('0')) && codes.some((code) => code.includes('1')));
    for (const code of codes) {
      const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      assert.equal(certificateHash(typed), certificateHash(code));
    }
  });

  it('compares names without accents, case, blanks and punctuation, and nothing else', () => {
    assert.ok(isSameName('María José Ñáñez-Güiza', ' maria jose nanez guiza '));
    for (const typed of ['Łukasz Đorđević', 'Lukasz Dordevic', 'łukasz ĐORDEVIC']) {
      assert.ok(isSameName('Łukasz Đorđević', typed), `as written and as printed: ${typed}`);
    }
    assert.ok(isSameName('Søren Weiß', 'Soren Weiss'));
    assert.ok(!isSameName('Иван', '????') && !isSameName('Łukasz', 'ukasz'));
    assert.ok(!isSameName('María José Ñáñez', 'María José'));
    assert.ok(!isSameName('María José Ñáñez', 'María Josefa Ñáñez'));
  });
});
