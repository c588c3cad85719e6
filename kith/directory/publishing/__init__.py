"""What the directory gives out to everybody: Open Referral UK, OpenActive, files. Built from listings alone."""
