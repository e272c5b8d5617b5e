package callroom

import (
	"strings"
	"unicode"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/widget"
)

// The pace of speech, in words a minute. A telephone voice is heard well at the
// usual pace; nobody is asked to follow one outside the bounds.
const (
	usualPace   = 150
	slowestPace = 110
	fastestPace = 195
)

// moodVoice is what the greatest heat of a colour makes of a voice; less heat
// does less of it.
type moodVoice struct {
	pace                           float64 // words a minute more
	loud, pitch, thin, press, sink float64
}

// calmLoud is how loud a calm voice is.
const calmLoud = 0.4

// byHeat are the voices of the colours of heat: anger is loud and hurries,
// frustration presses, fear quickens and thins, disappointment sinks.
var byHeat = map[string]moodVoice{
	"angry":        {pace: 35, loud: 0.55, pitch: 0.35, press: 0.3},
	"frustrated":   {pace: 30, loud: 0.35, press: 1},
	"frightened":   {pace: 35, loud: 0.1, pitch: 0.85, thin: 1},
	"disappointed": {pace: -25, loud: -0.15, pitch: -0.25, sink: 1},
}

// coldAnger slows and drops, the colder the hotter it is within.
var coldAnger = moodVoice{pace: -35, loud: -0.1, pitch: -0.9, press: 0.2}

// byTone is what the words of a line's tone add to its voice.
var byTone = map[string]moodVoice{
	"loud": {pace: 8, loud: 0.2}, "louder": {pace: 8, loud: 0.2}, "shouting": {pace: 8, loud: 0.3},
	"fast": {pace: 14}, "faster": {pace: 14}, "quick": {pace: 14}, "quickly": {pace: 14}, "quicker": {pace: 14}, "hurried": {pace: 14},
	"sharp": {press: 0.3}, "curt": {press: 0.2}, "short": {press: 0.2}, "shorter": {press: 0.2}, "tight": {press: 0.3, pitch: 0.1},
	"slow": {pace: -20}, "slower": {pace: -20}, "thinking": {pace: -18}, "careful": {pace: -10},
	"tired": {pace: -18, loud: -0.08, sink: 0.3}, "flat": {pace: -14, pitch: -0.15},
	"low": {pace: -14, loud: -0.1, pitch: -0.3}, "lower": {pace: -14, loud: -0.1, pitch: -0.3},
	"quiet": {pace: -14, loud: -0.15}, "quieter": {pace: -14, loud: -0.15}, "soft": {pace: -10, loud: -0.15}, "whispering": {pace: -10, loud: -0.25},
}

// colds are the tones of an anger that has turned cold.
var colds = map[string]bool{"cold": true, "icy": true, "cool": true, "frosty": true}

func (v *voice) add(m moodVoice, share float64) {
	v.pace += m.pace * share
	v.Loud += m.loud * share
	v.Pitch += m.pitch * share
	v.Thin += m.thin * share
	v.Press += m.press * share
	v.Sink += m.sink * share
}

// voice is a widget.Voice in the making.
type voice struct {
	widget.Voice
	pace float64
}

// voiceOf is how a line sounds: by the caller's heat, 0 to 10, and its colour,
// and by how the script says it is said.
func voiceOf(colour string, heat int, tone string) widget.Voice {
	v := voice{pace: usualPace}
	v.Loud = calmLoud
	words := strings.FieldsFunc(strings.ToLower(tone), func(r rune) bool { return !unicode.IsLetter(r) })
	mood, share := byHeat[colour], float64(heat)/10
	for i, word := range words {
		if i > 0 && (words[i-1] == "less" || words[i-1] == "not") {
			continue
		}
		if colds[word] && (colour == "angry" || colour == "frustrated") {
			mood, share = coldAnger, max(share, 0.4)
		}
		v.add(byTone[word], 1)
	}
	v.add(mood, share)
	v.Pace = min(max(int(v.pace), slowestPace), fastestPace)
	for _, part := range []*float64{&v.Loud, &v.Thin, &v.Press, &v.Sink} {
		*part = min(max(*part, 0), 1)
	}
	v.Loud = max(v.Loud, 0.15)
	v.Pitch = min(max(v.Pitch, -1), 1)
	v.Warm = min(max(float64(heat-2)/6, 0), 1)
	return v.Voice
}

// soundsLike is a voice in words: what is heard of it, and nothing of the mood
// behind it.
func soundsLike(v widget.Voice) string {
	var heard []string
	for _, w := range []struct {
		is    bool
		words string
	}{
		{v.Pace > usualPace+12, locale.Text("callroom.voice.fast")},
		{v.Pace < usualPace-12, locale.Text("callroom.voice.slow")},
		{v.Loud > 0.6, locale.Text("callroom.voice.loud")},
		{v.Loud < 0.35, locale.Text("callroom.voice.quiet")},
		{v.Pitch > 0.3, locale.Text("callroom.voice.high")},
		{v.Pitch < -0.3, locale.Text("callroom.voice.low")},
		{v.Thin > 0.5, locale.Text("callroom.voice.thin")},
		{v.Press > 0.5, locale.Text("callroom.voice.pressing")},
		{v.Sink > 0.4, locale.Text("callroom.voice.sinking")},
	} {
		if w.is {
			heard = append(heard, w.words)
		}
	}
	if len(heard) == 0 {
		return locale.Text("callroom.voice.even")
	}
	return capital(strings.Join(heard, ", "))
}
