import type { CompanyData } from '../../store/company/personal-data.ts';

/** With whom a member studied, for their export. `time`: writes an instant (epoch ms). */
export function exportedCompany(company: CompanyData, time: (at: number | null) => string | null) {
  return {
    buddies: {
      notWith: company.notWith,
      weeks: company.weeks.map(({ provenToldAt, ...week }) => ({
        ...week,
        provenTold: time(provenToldAt),
      })),
    },
    plans: company.plans.map(({ askedAt, nextAt, ...planned }) => ({
      ...planned,
      asked: time(askedAt),
      next: time(nextAt),
    })),
    planVisits: company.visits.map(({ at: when, ...visit }) => ({ ...visit, at: time(when) })),
    help: {
      asked: company.asked.map(({ askedAt, closedAt, ...ask }) => ({
        ...ask,
        asked: time(askedAt),
        closed: time(closedAt),
      })),
      turns: company.turns.map(({ turnAt, sentAt, saidAt, toldAt, ...turn }) => ({
        ...turn,
        turn: time(turnAt),
        sent: time(sentAt),
        saidAt: time(saidAt),
        told: time(toldAt),
      })),
    },
  };
}
