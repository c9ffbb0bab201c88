import type { Buttons } from '../src/discord/command.ts';
import {
  dismiss,
  openedIn,
  openReport,
  showReports,
  subjectOf,
  submitReport,
  submitTakeDown,
} from '../src/handlers/moderation/moderation.ts';

/** Reports of members, and what organisers take down. */
export const moderation: Buttons = {
  asks: ['report'],
  presses: {
    /** `report:<work|app>:<id>`, and `list` behind it in the list of reports */
    report: (call) => openReport(call, subjectOf(call.args), openedIn(call.args)),
    /** `reports` */
    reports: (call) => showReports(call),
    /** `report-dismiss:<work|app>:<id>` */
    'report-dismiss': (call) => dismiss(call, subjectOf(call.args)),
  },
  forms: {
    /** `report:<work|app>:<id>` */
    report: (call) => submitReport(call, subjectOf(call.args)),
    /** `take-down:<work|app>:<id>`, and `list` behind it in the list of reports */
    'take-down': (call) => submitTakeDown(call, subjectOf(call.args), openedIn(call.args)),
  },
};
