import assert from 'node:assert/strict';
import { CLAUSES, type Clause, higher, LEVELS } from '../../../../src/platform/impact/assessment.js';
import { loadAssess } from '../../../../src/platform/impact/load.js';
import { readRules } from '../../../../src/platform/impact/rules.js';

const rules = readRules();
const assess = loadAssess(rules);

/** Sentences that hit a clause, and sentences that only sound like it. */
const SAMPLES: Record<Clause, { hits: string[]; misses: string[] }> = {
  personalizacion: {
    hits: [
      'En la sede me trataron como un número.',
      'Ni me preguntaron mi nombre, solo dijeron la cédula.',
      'La respuesta de la queja fue una respuesta automática.',
      'Me mandaron un correo que empieza con estimado usuario.',
      'Fue puro copie y pegue, no leyeron lo que yo escribí.',
    ],
    misses: [
      'Me saludó por mi nombre y me preguntó cómo seguía mi mamá.',
      'Me dieron un número y me llamaron a los cinco minutos.',
      'Me trataron como a una persona y por mi nombre.',
      'La respuesta que me enviaron fue clara y sobre mi caso.',
    ],
  },
  informacion: {
    hits: [
      'Nadie me explicó qué papeles debía llevar para la cita.',
      'No me informaron que la sede cerraba al mediodía.',
      'Me dieron información equivocada sobre el subsidio.',
      'Me tuvieron de ventanilla en ventanilla toda la mañana.',
      'Cada uno me dijo una cosa distinta sobre el trámite.',
    ],
    misses: [
      'La asesora me explicó todo y me dio la lista de papeles.',
      'Me informaron a tiempo que la cita se movía.',
      'La información del folleto estaba completa y clara.',
      'Todos en la sede me dijeron lo mismo sobre el trámite.',
    ],
  },
  cercania: {
    hits: [
      'Me atendió de mala gana.',
      'La señora de la caja ni siquiera me miró.',
      'No me saludó en toda la consulta.',
      'Siguió pegada al celular mientras yo hablaba.',
      'El médico fue muy cortante conmigo.',
    ],
    misses: [
      'Me saludó, me miró y me escuchó con paciencia.',
      'Hacía frío en la sala de espera, pero me atendieron bien.',
      'Me dio los buenos días y me sonrió.',
      'Puse el celular en silencio mientras la doctora hablaba.',
    ],
  },
  agresion_verbal: {
    hits: [
      'La cajera le gritó a un señor delante de todos.',
      'El coordinador nos insultó en plena reunión.',
      'Me alzó la voz porque me demoré buscando la cédula.',
      'Me dijo ignorante e inútil delante de la fila.',
      'La médica humilló a la auxiliar frente a los pacientes.',
    ],
    misses: [
      'Los niños gritaron gol cuando ganó el equipo.',
      'El asesor nunca alzó la voz y explicó con calma.',
      'No me gritó, solo se demoró mucho.',
      '¿Dónde se reporta un insulto?',
      '¿Qué se hace con un insulto?',
      'Tenemos una charla sobre los insultos en el trabajo.',
    ],
  },
  soez: {
    hits: [
      'Un usuario me dijo hijueputa por no darle el turno.',
      'El conductor de la ruta me trató de malparida.',
      'La jefe nos dijo partida de güevones en el chat.',
      'Me mandó a comer mierda por el teléfono.',
      'Me dijo m4lp4rid0 y gonorreaaaa.',
    ],
    misses: [
      'Me habló sin palabras soeces y con respeto.',
      'Mi madre fue muy amable con ellos.',
      'Ni un madrazo se oyó en toda la fila.',
      'La computadora está en reparación desde ayer.',
    ],
  },
  intimidacion: {
    hits: [
      'El jefe la acorraló en el archivo.',
      'Me intimida cada vez que paso por su oficina.',
      'Me siguió hasta la estación después del turno.',
      'Nos bloqueó la salida y no nos dejó salir del consultorio.',
      'Lo chantajea con publicar sus conversaciones.',
    ],
    misses: [
      'Seguí el proceso hasta el final sin problema.',
      'No hubo intimidación, solo una demora.',
      '¿Qué es la intimidación según la política?',
      'La charla sobre acoso es el jueves.',
      'La puerta de la sede estaba cerrada por festivo.',
    ],
  },
  agresion_fisica: {
    hits: [
      'Un usuario le pegó al guarda de la entrada.',
      'La auxiliar empujó a una señora mayor en el pasillo.',
      'El paciente le dio una cachetada a la enfermera.',
      'Lo agarró del cuello y lo estrelló contra la pared.',
      'Me dio una patada cuando le pedí el carné.',
    ],
    misses: [
      'No hubo golpes, solo palabras.',
      'Fue un golpe de suerte encontrar cita.',
      'De golpe se apagó la pantalla de los turnos.',
      'Casi lo golpea con la carpeta.',
      'Casi lo empuja por las escaleras.',
      '¿Y si me pega?',
      'Tenía cara de puño toda la mañana.',
    ],
  },
  amenaza: {
    hits: [
      'Un usuario me amenazó por teléfono.',
      'Un usuario me dijo que me esperaba a la salida.',
      'Me dijo que me iba a matar si no le daba la cita.',
      'Me dijo que ya sabe dónde vivo.',
      'Le dejaron un sufragio con su nombre en el casillero.',
      'Le mandó a decir que se atenga a las consecuencias.',
    ],
    misses: [
      'Amenazaba lluvia y la fila estaba al aire libre.',
      'Me mató la fila, esperé tres horas.',
      'Nunca me amenazó, solo estaba triste.',
      'Casi me amenaza cuando le pedí la cédula.',
      '¿Qué hago si me amenazan?',
    ],
  },
  estabilidad_emocional: {
    hits: [
      'Desde que me cambiaron de turno tengo ataques de pánico cada mañana.',
      'Mi hija dejó de comer desde lo que le dijeron.',
      'Con todo lo que le hacen ya no quiere vivir.',
      'Le dio una crisis nerviosa en el baño después de la reunión.',
      'La compañera está con ansiolíticos por el trato del jefe.',
    ],
    misses: [
      'La fila me puso un poco nervioso, nada más.',
      'Los talleres sobre prevención del suicidio empiezan el lunes.',
      'No tuvo ninguna crisis nerviosa, solo se molestó por la demora.',
      '¿Dónde queda la sala de salud mental?',
    ],
  },
  salud: {
    hits: [
      'Le dieron un medicamento equivocado y terminó en cuidados intensivos.',
      'Nos negaron la atención en urgencias.',
      'La dejaron sin oxígeno dos horas en el pasillo.',
      'Mi papá tuvo un infarto en la puerta y no lo atendieron.',
      'Se intoxicaron doce personas con el almuerzo.',
    ],
    misses: [
      'Me entregaron el medicamento correcto, pero tarde.',
      'Fui a donar sangre y me trataron muy bien.',
      'Nadie se desmayó, solo hacía calor en la sala.',
      'Casi me da un infarto de la risa con el chiste del cajero.',
    ],
  },
  integridad: {
    hits: [
      'El masajista me tocó los senos sin avisar.',
      'El profesor de natación manoseó a una niña de diez años.',
      'El jefe le hace propuestas sexuales a la practicante.',
      'La grabaron en la ducha del gimnasio.',
    ],
    misses: [
      'Se despidió de beso de mi mamá, muy cariñosa.',
      'Me tocó esperar dos horas.',
      'Nos tomaron fotos del evento para la revista.',
      'No hubo acoso sexual ni nada parecido, solo me contestó feo.',
      'Estaba hasta las tetas de trabajo, dijo la cajera.',
    ],
  },
  seguridad: {
    hits: [
      'Un hombre sacó un cuchillo en la fila.',
      'El señor entró armado con una pistola a la sede.',
      'El conductor de la ruta iba borracho manejando el bus.',
      'Dejaron a los niños solos en la piscina.',
      'La baranda de las gradas está suelta.',
    ],
    misses: [
      'La directora armó el plan de la semana.',
      'Se cayó el sistema y esperamos una hora.',
      'El simulacro de evacuación salió muy bien.',
      'No había ningún arma, era un paraguas.',
    ],
  },
};

for (const level of LEVELS) {
  for (const clause of CLAUSES[level] as readonly Clause[]) {
    const { hits, misses } = SAMPLES[clause];

    describe(`the clause "${clause}"`, () => {
      for (const text of hits) {
        it(`is hit by "${text}"`, () => {
          const { signals } = rules.read(text);
          const speaking = signals.filter(({ rule }) => rule === clause);
          assert.ok(speaking.length > 0, JSON.stringify(signals));
          for (const one of speaking) {
            assert.equal(one.level, level);
            assert.equal(text.slice(one.start, one.end), one.text);
          }
          const found = assess(text);
          assert.equal(higher(found.level, level), found.level);
        });
      }

      for (const text of misses) {
        it(`is not hit by "${text}"`, () => {
          const { signals, discounted } = rules.read(text);
          assert.deepEqual(
            signals.filter(({ rule }) => rule === clause),
            [],
          );
          if (!discounted.some((one) => one.level === 'high')) return;
          const found = assess(text);
          assert.ok(found.level === 'high' || found.reviews.includes('discounted'), JSON.stringify(found));
          assert.equal(found.candidate, 'high');
        });
      }
    });
  }
}

describe('acts that did not happen', () => {
  for (const text of [
    'Casi lo golpea con la carpeta.',
    'Casi lo empuja por las escaleras.',
    'Casi me amenaza cuando le pedí la cédula.',
    'No hubo golpes, solo palabras.',
    'Nunca me amenazó, solo estaba triste.',
    'No hubo acoso sexual ni nada parecido, solo me contestó feo.',
    '¿Qué hago si me amenazan?',
  ]) {
    it(`are high or need a review: "${text}"`, () => {
      const { level, reviews } = assess(text);
      assert.ok(level === 'high' || reviews.length > 0, level);
    });
  }

  for (const text of [
    'Me mató la fila, esperé tres horas.',
    'Nadie me explicó el trámite y me mató la espera.',
    'Me atendió de mala gana y sin mirarme a la cara.',
    'Me dieron vueltas de ventanilla en ventanilla y nadie me explicó nada.',
  ]) {
    it(`do not raise the level: "${text}"`, () => assert.equal(assess(text).level, 'low'));
  }
});

describe('acts that did happen', () => {
  for (const [text, words] of [
    ['Sin mediar palabra le pegó', ['le pegó']],
    ['Sin embargo me amenazó', ['amenazó']],
    ['No obstante lo golpeó', ['golpeó']],
    ['No para de amenazarme', ['amenazarme']],
    ['No deja de acosarme', ['acosarme']],
    ['No aguanto más los golpes de mi jefe', ['golpes']],
    ['Quisiera denunciar que me golpearon', ['golpearon']],
    ['Como pudo me golpeó', ['golpeó']],
    ['¿Qué pasó? Me golpeó en la cara', ['golpeó']],
    ['Cuando le dije que no, me pegó, ¿me entiende?', ['me pegó']],
    ['me amenazaba con un cuchillo', ['amenazaba']],
    ['No me hizo caso y me golpeó', ['golpeó']],
    ['me golpea', ['golpea']],
    ['Ya no quiero seguir viviendo', ['Ya no quiero seguir viviendo']],
    ['me ame\u00adna\u00adzó con un cu\u200bchi\u2060llo', ['ame\u00adna\u00adzó']],
    ['me go\u200cl\u200dpeó', ['go\u200cl\u200dpeó']],
  ] as const) {
    it(`are high by their words: "${text}"`, () => {
      const { level, discounted, reviews } = assess(text);
      const { signals } = rules.read(text);
      const grave = signals.filter((one) => one.level === 'high');
      for (const word of words)
        assert.ok(
          grave.some((one) => one.text.includes(word)),
          JSON.stringify(signals),
        );
      assert.deepEqual([level, discounted], ['high', []]);
      assert.ok(!reviews.includes('discounted') && !reviews.includes('unclear'), reviews.join());
    });
  }
});

describe('hypothetical acts', () => {
  for (const text of ['Si el jefe me pega otra vez, renuncio', 'Si me amenaza otra vez, renuncio']) {
    it(`need a review, with high as the candidate: "${text}"`, () => {
      const { reviews, candidate, discounted } = assess(text);
      assert.deepEqual(rules.read(text).signals, []);
      assert.ok(discounted.some(({ why, level }) => why === 'hypothetical' && level === 'high'));
      assert.ok(reviews.includes('discounted'), reviews.join());
      assert.equal(candidate, 'high');
    });
  }
});

describe('reading words of the rules', () => {
  for (const [text, grave] of [
    ['El asesor no sabe dónde queda la oficina', 'Dijo que sabe dónde vivo'],
    ['No sé quién me atendió', 'Ya sé dónde vives'],
    ['Voy a buscar la carpeta', 'Lo voy a matar'],
    ['Mi cita va a acabar tarde', 'Me va a matar'],
    ['La madre de la paciente fue muy amable', 'Le mentó la madre a la paciente'],
    ['cerró la puerta porque ya eran las seis', 'bloqueó la puerta y no me dejó salir'],
    ['La puerta de emergencia está bien señalizada', 'La puerta de emergencia está bloqueada'],
  ] as const) {
    it(`ignores "${text}" but finds "${grave}"`, () => {
      const { signals, discounted, cares } = rules.read(text);
      assert.deepEqual([signals, discounted, cares], [[], [], []]);
      const levels = rules.read(grave).signals.map(({ level }) => level);
      assert.ok(
        levels.some((level) => level !== 'low'),
        levels.join(),
      );
    });
  }
});

describe('discrimination', () => {
  for (const text of [
    'No la dejaron entrar por ser venezolana.',
    'A mi compañero no lo atienden por ser gay.',
    'Le dijeron que aquí no atendemos negros.',
    'Me trataron mal por mi acento.',
    'Se burlaron de él por ser indígena.',
    'Es un jefe racista, a los afro nos deja los peores turnos.',
    'Le gritó negra asquerosa delante de todos.',
  ]) {
    it(`needs a review: "${text}"`, () => {
      assert.ok(assess(text).reviews.includes('discrimination'));
    });
  }

  for (const text of [
    'Esperé dos horas por ser lunes festivo.',
    'Me cambiaron la cita por la lluvia.',
    'Nadie me explicó el formulario negro de la entrada.',
    'La señora de la caja ni siquiera me miró.',
  ]) {
    it(`is not seen in "${text}"`, () => {
      assert.ok(!assess(text).reviews.includes('discrimination'));
    });
  }
});

describe('situations that call for help', () => {
  for (const [care, texts] of [
    [
      'self-harm',
      [
        'Me dijo que se quiere matar y que ya no quiere vivir.',
        'La usuaria habló de suicidio en la ventanilla.',
        'Escribió en la encuesta que se va a quitar la vida.',
        'Mi hija se cortó los brazos después de la consulta.',
      ],
    ],
    [
      'sexual-violence',
      [
        'El masajista me tocó los senos y la entrepierna sin avisar.',
        'El jefe manoseó a la practicante en el archivo.',
        'La violaron en el parqueadero de la sede.',
        'Me metió la mano debajo de la falda.',
      ],
    ],
    [
      'child-at-risk',
      [
        'El profesor golpeó a un niño de ocho años en el jardín.',
        'Dejaron a los niños solos en la piscina.',
        'La auxiliar amarró a la bebé a la silla y le pegó.',
        'El entrenador manosea a las alumnas de once años.',
      ],
    ],
    [
      'danger-now',
      [
        'El hombre está aquí afuera armado con un cuchillo.',
        '¡Auxilio! Un señor sacó una pistola en la sala.',
        'Me amenazó de muerte y viene para acá con un machete.',
        'En este momento está golpeando al guarda con un bate.',
      ],
    ],
  ] as const) {
    for (const text of texts) {
      it(`include ${care}: "${text}"`, () => {
        const found = assess(text);
        assert.ok(found.cares.includes(care), found.cares.join());
        if (care !== 'self-harm') assert.equal(found.candidate, 'high');
      });
    }
  }

  for (const text of [
    'Nadie me explicó qué papeles debía llevar.',
    'La señora de la caja ni siquiera me miró.',
    'Me atendió de mala gana.',
    'Cada uno me dijo una cosa distinta sobre el trámite.',
  ]) {
    it(`do not include "${text}"`, () => assert.deepEqual(assess(text).cares, []));
  }

  for (const [text, grave] of [
    ['No quiero seguir esperando', 'No quiero seguir viviendo'],
    ['Muchas gracias por todo', 'Quiere acabar con todo'],
    ['se tomó las pastillas de la tensión', 'se tomó todas las pastillas de la tensión'],
    ['se tomó las pastillas de la tensión', 'se tomó un frasco de pastillas'],
  ] as const) {
    it(`include self-harm in "${grave}", not in "${text}"`, () => {
      assert.deepEqual([rules.read(text).cares, assess(text).cares], [[], []]);
      assert.deepEqual([rules.read(grave).cares, assess(grave).cares], [['self-harm'], ['self-harm']]);
    });
  }

  it('do not include negated self-harm', () => {
    assert.ok(!assess('No habló de suicidio, solo de la demora.').cares.includes('self-harm'));
  });
});
