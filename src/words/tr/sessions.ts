import type { Words } from '../words.ts';

export const focus: Words['focus'] = {
  duration: (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return `${rest} dk`;
    return rest === 0 ? `${hours} sa` : `${hours} sa ${rest} dk`;
  },
  heading: '## Odak',
  focus: 'Odaklan',
  on: (title) => `Odaklan: ${title}`,
  ends: (at, when) => `Bitiş · ${at} · ${when}`,
  onlyYou: '-# Bunu yalnızca sen görüyorsun.',
  seen: '-# Grubun çalıştığını görüyor. `/settings` ile gizleyebilirsin.',
  already: '**Zaten çalışıyorsun.**',
  finish: 'Bitir',
  goOn: 'Devam et',
  studied: (length, title) =>
    title === null ? `**${length}** çalıştın.` : `**${title}** konusunda **${length}** çalıştın.`,
  tooShort: 'Bir dakika bile olmadı.',
  ended: (when) => `-# Bitti · ${when}`,
  today: (length) => `Bugün toplam: ${length}`,
  gone: 'Bu oturum artık yok.',
  spent: (length) => `${length} çalıştın`,
  thisWeek: (length) => `**Odak** bu hafta ${length}`,
};

export const focusLog: Words['focusLog'] = {
  added: (length, title) => `Eklendi: **${title}** konusunda **${length}**.`,
  later: (day) => `-# ${day} · sonradan eklendi: sana sayılır, sıralamalara girmez`,
  noStreak: '-# İki günden eski olduğu için seri günlerin değişmez.',
  examples: 'Şöyle yazabilirsin: `dün`, `dün 18:30`, `pazartesi`, `2 saat önce`.',
  typed: (command) => `-# Yazdığın: \`${command}\``,
  problem: {
    unclear: (said) => `“${said}” ne zaman, anlayamadım.`,
    'no-such-day': (said) => `Takvimde “${said}” diye bir gün yok.`,
    ahead: () => 'Bu zaman daha bitmedi. Şimdi çalışmak için: `/focus start`',
    'too-old': () => 'Yalnızca son 14 günü ekleyebilirim.',
    overlap: () => 'O sırada zaten çalışıyordun ve süre bir kez sayılır. Başka bir saat dene.',
    full: () => 'Bir günde 16 saatten fazla oluyor. Daha kısa bir süre dene.',
    'no-room': () => 'O gün bu kadar boş zaman yok. Daha kısa bir süre dene.',
  },
};
