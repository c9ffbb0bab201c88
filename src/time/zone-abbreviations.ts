/**
 * Abbreviations that people write for time zones, folded, each with the zones that it may mean, likeliest first. Most
 * are used in several parts of the world and say nothing about summer time. They are therefore never taken for a zone,
 * and only tell which cities to ask about. Collected from the tz database and from use.
 */
export const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  ...many(
    ['pst', 'pdt', 'pt', 'pacific time'],
    'America/Los_Angeles America/Vancouver America/Tijuana Asia/Manila',
  ),
  ...many(['mst', 'mdt', 'mt', 'mountain time'], 'America/Denver America/Phoenix America/Edmonton'),
  ...many(
    ['cst', 'cdt', 'ct', 'central time'],
    'America/Chicago America/Mexico_City America/Winnipeg Asia/Shanghai America/Costa_Rica America/Havana',
  ),
  ...many(
    ['est', 'edt', 'et', 'eastern time'],
    'America/New_York America/Toronto America/Panama America/Jamaica',
  ),
  ...many(['ast', 'adt', 'atlantic time'], 'America/Halifax America/Puerto_Rico Asia/Riyadh Asia/Baghdad'),
  ...many(['nst', 'ndt'], 'America/St_Johns Asia/Kathmandu'),
  ...many(['akst', 'akdt'], 'America/Anchorage'),
  ...many(['hst', 'hast'], 'Pacific/Honolulu'),
  ...many(['sst'], 'Pacific/Pago_Pago Asia/Singapore'),
  ...many(['art'], 'America/Argentina/Buenos_Aires'),
  ...many(['brt', 'brst'], 'America/Sao_Paulo'),
  ...many(['clt', 'clst'], 'America/Santiago'),
  ...many(['cot'], 'America/Bogota'),
  ...many(['pet'], 'America/Lima'),
  ...many(['vet'], 'America/Caracas'),
  ...many(['bot'], 'America/La_Paz'),
  ...many(['ect'], 'America/Guayaquil'),
  ...many(['uyt'], 'America/Montevideo'),
  ...many(['pyt', 'pyst'], 'America/Asuncion'),
  ...many(
    ['gmt', 'greenwich'],
    'Europe/London Africa/Abidjan Atlantic/Reykjavik Europe/Lisbon Africa/Accra UTC',
  ),
  ...many(['zulu', 'uct', 'universal'], 'UTC'),
  ...many(['uk'], 'Europe/London'),
  ...many(['bst'], 'Europe/London Asia/Dhaka'),
  ...many(['wet', 'west'], 'Europe/Lisbon Atlantic/Canary Atlantic/Faroe'),
  ...many(
    ['cet', 'cest', 'met', 'mest', 'mez', 'mesz'],
    'Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Warsaw Europe/Amsterdam Europe/Vienna Europe/Stockholm ' +
      'Europe/Brussels Europe/Zurich Europe/Prague Europe/Budapest Europe/Belgrade Europe/Copenhagen Europe/Oslo ' +
      'Europe/Zagreb Africa/Tunis Africa/Algiers',
  ),
  ...many(
    ['eet', 'eest', 'oez'],
    'Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kyiv Europe/Sofia Africa/Cairo Europe/Vilnius Europe/Riga ' +
      'Europe/Tallinn Asia/Beirut Asia/Nicosia Europe/Chisinau Europe/Istanbul',
  ),
  ...many(['trt', 'tsi'], 'Europe/Istanbul'),
  ...many(['msk', 'msd'], 'Europe/Moscow Europe/Minsk'),
  ...many(['yekt'], 'Asia/Yekaterinburg'),
  ...many(['omst'], 'Asia/Omsk'),
  ...many(['novt', 'nsk'], 'Asia/Novosibirsk'),
  ...many(['krat'], 'Asia/Krasnoyarsk'),
  ...many(['irkt'], 'Asia/Irkutsk'),
  ...many(['yakt'], 'Asia/Yakutsk'),
  ...many(['vlat'], 'Asia/Vladivostok'),
  ...many(['ist'], 'Asia/Kolkata Europe/Istanbul Asia/Jerusalem Europe/Dublin'),
  ...many(['idt'], 'Asia/Jerusalem'),
  ...many(['gst'], 'Asia/Dubai Asia/Muscat'),
  ...many(['azt'], 'Asia/Baku'),
  ...many(['amt'], 'Asia/Yerevan America/Manaus'),
  ...many(['irst', 'irdt'], 'Asia/Tehran'),
  ...many(['aft'], 'Asia/Kabul'),
  ...many(['pkt'], 'Asia/Karachi'),
  ...many(['uzt'], 'Asia/Tashkent'),
  ...many(['almt', 'kzt'], 'Asia/Almaty'),
  ...many(['npt'], 'Asia/Kathmandu'),
  ...many(['bdt'], 'Asia/Dhaka'),
  ...many(['mmt'], 'Asia/Yangon'),
  ...many(['ict'], 'Asia/Bangkok Asia/Ho_Chi_Minh Asia/Phnom_Penh'),
  ...many(['wib'], 'Asia/Jakarta'),
  ...many(['wita'], 'Asia/Makassar'),
  ...many(['wit'], 'Asia/Jayapura'),
  ...many(['sgt'], 'Asia/Singapore'),
  ...many(['myt'], 'Asia/Kuala_Lumpur'),
  ...many(['hkt'], 'Asia/Hong_Kong'),
  ...many(['pht', 'phst'], 'Asia/Manila'),
  ...many(['jst'], 'Asia/Tokyo'),
  ...many(['kst'], 'Asia/Seoul'),
  ...many(['eat'], 'Africa/Nairobi Africa/Addis_Ababa'),
  ...many(['cat'], 'Africa/Maputo Africa/Harare Africa/Khartoum'),
  ...many(['wat'], 'Africa/Lagos'),
  ...many(['sast'], 'Africa/Johannesburg'),
  ...many(
    ['aest', 'aedt', 'aet'],
    'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart',
  ),
  ...many(['acst', 'acdt'], 'Australia/Adelaide Australia/Darwin'),
  ...many(['awst'], 'Australia/Perth'),
  ...many(['nzst', 'nzdt'], 'Pacific/Auckland'),
};

function many(written: readonly string[], zones: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(written.map((each) => [each, zones.split(' ')]));
}
