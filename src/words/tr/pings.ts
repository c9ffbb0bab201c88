import type { Words } from '../words.ts';

export const pings: Words['pings'] = {
  heading: '## Bana neler bildirilsin',
  about: 'Sana yalnızca istediklerini bildiririm. Her birini buradan durdurabilirsin.',
  button: 'Bildirimleri seç',
  line: (on, all) => (on === 0 ? '**Bildirimler** Hiçbiri' : `**Bildirimler** ${on}/${all}`),
  nothing: 'Hiçbiri',
  everything: 'Hepsi yeniden',
  silent: '**Sana hiçbir şey bildirilmez.** İstediklerin durur, silinmez.',
  choose: 'Neler bildirilsin…',
  saved: '**Kaydedildi.**',
  roles: '-# Paylaşımlar, düzenleyicilerin seçtiği bir rolü etiketleyebilir. @everyone asla etiketlenmez.',
  kind: {
    reminders: 'Çalışma hatırlatmalarım',
    memos: '/remind ile kurduklarım',
    sessions: 'Birlikte çalışmada tur ya da mola başlayınca',
    ends: 'Kendi odak süremin bitmesi',
    answers: 'Paylaştığım çalışmaya gelen yanıtlar',
    readings: 'Okumayı önerdiğim tez',
    buddies: 'Yol arkadaşlarım',
    helping: 'Bana sorulanlar ve sorularıma gelen yanıtlar',
  },
  when: {
    reminders: 'Günde en çok bir kez, seçtiğin saatte',
    memos: 'Söylediğin zamanlarda',
    sessions: '“Beni etiketle” dediysen',
    ends: '“Bitince haber ver”e bastıysan',
    answers: 'Saatte en çok bir kez',
    readings: 'Bir hafta yazmadıysan, bir kez',
    helping: '“Ben de yardım ederim” dediysen, haftada en çok bir soru; bir de sorularına gelen yanıtlar',
    buddies: 'Pazartesi yeni eş, bir de eşin konunu kanıtlayınca',
  },
};
