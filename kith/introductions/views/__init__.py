"""Pages of introductions: choosing, one introduction, the two of them with one screen, and the place's answer."""
