"""What is told about a request: to the individual that there is something to read, to a lead that somebody asks."""

ABOUT_REQUEST = "to individual: about your information"
TO_LEAD = "to worker: somebody asks about their information"
ASKS = "Somebody asks about what is kept of them"
TO_COMPLAINANT = "to somebody who complained"
COMPLAINS = "Somebody complains about how information is used"
CAME_IN = (
    "What you wrote about how information is used came in. Somebody looks into it, and you hear what they find. "
    "You can also write to the Information Commissioner at any time: ico.org.uk, 0303 123 1113."
)
COPY_IS_READY = "The copy you asked for is ready. You can read it on your page."
THERE_IS_AN_ANSWER = "There is an answer to what you asked about your information."
WE_ASK_YOU = "We need to ask you something, so that we can go on with what you asked for."
TAKES_LONGER = "What you asked for takes longer than we said. Your page says why, and by when."
