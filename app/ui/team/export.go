package team

import (
	"io"

	"keepcool/app/export"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/saveas"
)

// export asks where the table should go, and saves it as it stands then.
func (s *Screen) export() {
	saveas.File{
		Title: locale.Text("team.export.title"), Body: locale.Text("team.export.body"),
		Name: "keepcool-team-" + s.host.Now().Format("2006-01-02") + ".csv", Done: locale.Text("team.export.done"),
		Write: func(w io.Writer) error {
			rows, err := s.host.Desk().Team()
			if err != nil {
				return err
			}
			return export.Team(w, rows)
		},
	}.Ask(s.host)
}
