import assert from 'node:assert/strict';
import { rotatingCode, turnAt } from '../../../../../src/features/trainings/domain/codes.js';
import { AttendanceService } from '../../../../../src/features/trainings/service/attendance-service.js';
import { AttendanceStore } from '../../../../../src/features/trainings/store/attendance-store.js';
import { TrainingStore } from '../../../../../src/features/trainings/store/training-store.js';
import type { Person } from '../../../../../src/platform/people/person.js';
import { comparisonsIn } from '../../../../support/comparisons.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { aTraining } from '../../../../support/training-data.js';

const NOW = new Date('2026-11-24T14:30:00.000Z');
const ANA: Person = { id: 'ana', name: 'Ana', email: '', area: '', roles: [] };

describe('registering by a code', () => {
  it('compares the code with all open trainings, whichever of them it belongs to', async () => {
    const tables = new MemoryTables();
    const trainings = new TrainingStore(tables);
    const secrets = ['first', 'second', 'third'];
    for (const secret of secrets) await trainings.insert(aTraining({ id: secret, secret }));
    const service = new AttendanceService({
      trainings,
      attendance: new AttendanceStore(tables),
      clock: () => NOW,
      log: memoryLog().log,
      onRegistered: () => {},
    });
    const codes = [...secrets.map((secret) => rotatingCode(secret, turnAt(NOW))), 'CCCCCC'];
    for (const code of codes) {
      const bytes = await comparisonsIn(() => service.byCode(code, ANA, NOW));
      assert.equal(bytes.length, 3 * 17, code);
    }
  });
});
