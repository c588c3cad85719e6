"""django-helpdesk as its own notes say to set it up, to be looked at beside Kith. It has an environment of its own."""
