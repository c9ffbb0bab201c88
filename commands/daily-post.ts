import { z } from 'zod';
import type { Buttons } from '../src/discord/command.ts';
import { argument } from '../src/discord/refusal.ts';
import { discuss, showMyPicks, takePart } from '../src/handlers/schedule/daily-buttons.ts';
import { showMyWeek } from '../src/handlers/schedule/my-week.ts';

const action = z.enum(['in', 'done', 'picks', 'discuss', 'week']);

/** The buttons under scheduled posts: `post:<in|done|discuss>:<delivery>:<topic>`, `post:<picks|week>:<delivery>`. */
export const dailyPost: Buttons = {
  presses: {
    post(call) {
      const [does, deliveryId, topicId] = call.args;
      switch (argument(action, does)) {
        case 'in':
          return takePart(call, 'start', deliveryId, topicId);
        case 'done':
          return takePart(call, 'done', deliveryId, topicId);
        case 'discuss':
          return discuss(call, deliveryId, topicId);
        case 'picks':
          return showMyPicks(call, deliveryId);
        case 'week':
          return showMyWeek(call, deliveryId);
      }
    },
  },
};
