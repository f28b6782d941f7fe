/** The form that announces a training. */
import { z } from 'zod';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { choiceTitle, day, id, plain, typed } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import type { Person } from '../../../platform/people/person.js';
import type { Place } from '../domain/place.js';
import type { WrittenPlan } from '../domain/plan.js';
import { type Language, textIn } from '../text/catalogue.js';

/** `19:…@thread.tacv2` */
const channelId = z.string().regex(/^[\w:.@;=-]*$/);
const time = z.string().regex(/^(\d\d:\d\d)?$/);

export const formTemplate = defineTemplate(
  'trainings/training-form',
  z.object({
    id,
    problem: plain,
    dialog: z.boolean(),
    title: typed,
    trainer: id,
    trainerName: choiceTitle,
    /** Empty when the training is posted in the channel of the form. */
    channels: z.array(z.object({ title: choiceTitle, value: channelId })),
    channel: channelId,
    day,
    today: z.iso.date(),
    startsAt: time,
    endsAt: time,
    place: typed,
    /** Null for no limit: the client rejects an empty text as a number and does not submit the form. */
    capacity: z.number().int().nullable(),
    leastMinutes: z.number().int().nullable(),
    requiresCode: z.enum(['true', 'false']),
  }),
  { textIn },
);

export interface FormView {
  /** The previous input, so that nothing is lost when the form is shown again with a problem. */
  written: WrittenPlan & { id: string; channel?: string | undefined };
  trainer: Person;
  places: readonly Place[];
  /** Empty for none. */
  problem: string;
  isInDialog: boolean;
  now: Date;
}

export function formCard(renderer: Renderer, view: FormView, language: Language): Card {
  const { written, trainer, places, problem, isInDialog, now } = view;
  const text = textIn(language).trainings;
  const data: DataOf<typeof formTemplate> = {
    id: written.id,
    problem,
    dialog: isInDialog,
    title: written.title,
    trainer: trainer.id,
    trainerName: trainer.name,
    channels: places.map(({ team, channel, conversationId }) => ({
      title: text.channelName(team || text.team, channel || text.general),
      value: conversationId,
    })),
    channel: written.channel || (places[0]?.conversationId ?? ''),
    day: written.day,
    today: bogotaDay(now),
    startsAt: written.startsAt,
    endsAt: written.endsAt,
    place: written.place,
    capacity: written.capacity > 0 ? written.capacity : null,
    leastMinutes: written.leastMinutes > 0 ? written.leastMinutes : null,
    requiresCode: written.requiresCode ? 'true' : 'false',
  };
  return renderer.render(formTemplate, data, language);
}
