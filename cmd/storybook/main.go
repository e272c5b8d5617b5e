// Command storybook draws every screen and control in every state it can be in to PNG files, without a
// display, so that the look of the window can be judged and compared.
//
// It may import the screens, for their stories, Fyne's test driver, and the store, so that a story
// is set on a real desk. It must never be needed by the program.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"keepcool/app/ui/locale"
)

func main() {
	out := flag.String("out", "storybook", "the folder the pictures are written to")
	only := flag.String("only", "", "draw only the stories whose name begins so")
	sizes := flag.String("sizes", "1280x800,1024x700", "the window sizes, with commas between")
	looks := flag.String("looks", "light,dark", "the looks, with commas between")
	scale := flag.Float64("text", 1, "the size of the text, from 0.8 to 2")
	language := flag.String("language", locale.English, "the language of the window: "+strings.Join(locale.Languages(), " or "))
	list := flag.Bool("list", false, "print the names of the stories and draw nothing")
	flag.Parse()

	if *list {
		for _, s := range stories(nil) {
			fmt.Println(s.Name)
		}
		return
	}
	shop, err := newShop()
	if err != nil {
		fail(err)
	}
	defer shop.close()
	job := drawing{out: *out, only: *only, scale: float32(*scale), language: *language, after: shop.clear}
	if err := job.parse(strings.Split(*sizes, ","), strings.Split(*looks, ",")); err != nil {
		fail(err)
	}
	n, err := job.run(stories(shop.open))
	if err != nil {
		shop.close()
		fail(err)
	}
	fmt.Printf("%d pictures in %s\n", n, *out)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "storybook:", err)
	os.Exit(1)
}
