import { placeOf } from '../../time/place.ts';

/** Cities that English spells differently from their zone's name. */
const CITIES: Readonly<Record<string, string>> = {
  'America/Asuncion': 'Asunción',
  'America/Bogota': 'Bogotá',
  'America/Cancun': 'Cancún',
  'America/Sao_Paulo': 'São Paulo',
  'Asia/Ho_Chi_Minh': 'Ho Chi Minh City',
  'Atlantic/Reykjavik': 'Reykjavík',
};

/** A time zone (an IANA name) by its city: `London`. */
export const place = (zone: string): string => placeOf(zone, CITIES);
