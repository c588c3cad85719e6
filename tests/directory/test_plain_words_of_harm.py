"""Violence and despair in the plain words in which they are told; and the everyday words that stand close to them."""

import pytest

from kith.directory.search.help_first import asks_for_help, sounds_low, without_harm

OF_VIOLENCE = """
he beats me at night
he beats me at home
he beats me at everything and then he beats me at chess
my husband hits me like his dad did
he hits me that hard I cant go out
he will kill me
he'll kill me if I leave
he says he is going to kill us
he wants to kill me
my partner is abusive
leaving my abusive husband
my ex is stalking me
I have a stalker
my ex keeps following me
he forces me to have sex
he made me have sex
he forced himself on me
sex when I don't want it
against my will
my uncle sexually touches me
a carer touched me inappropriately
he is hurting my daughter
her boyfriend beats her kids
he hits my mum
my dad batters me
he pushes me around
he shoved me into the wall
he knocks me about
he threw me down the stairs
he grabbed me by the throat
he pulled my hair
he spits at me
he pulled a knife on me
I was beaten by him
hurt by my carer
he beats her up
he gets violent when he drinks
my son is being violent to me
my husband screams at me
he takes all my money
my daughter took my pension
scared he'll find me
frightened that he will come back
scared to death of my husband
fleeing violence
he hurts us
he locks me in
he locked me in the house
he put a pillow over my face
he put his hands round my neck
my partner reads my messages
he calls me names all day
my husband is a bully
my carer steals from me
he has a knife
he sends me threats
trapped at home with him
my dad is a drinker and hits mum
he hit my little brother
scared I will hurt my kids
my ex turns up at my house
my ex keeps ringing
they are forcing me to marry
I was assaulted
I was attacked in the street
abused as a child
emotional abuse
he touched my daughter
I'm not safe
he threatens the kids
coercive control
women's aid
"""
OF_DESPAIR = """
I hurt myself at night
I hurt myself at home when I am upset
I cut myself some nights
thinking of ending things
thinking about ending it
I want to end it
I have a plan to end it
looking for a way to end it all
fed up of being alive
fed up with life
sick of being alive
not be around any more
I won't be around much longer
better if I wasn't here
it would be better if I was dead
I don't see a future
I can't see any way out
I can't keep going
I might do something stupid
started cutting again
gone back to cutting
I punch myself
I hit myself
making myself sick
banging my head against the wall
I want to sleep forever
I wish it was all over
I want out of this life
I'd be better off gone
done with living
I feel like ending it
I've got pills saved up
saving up my tablets
I've written a note
no one would care if I died
nobody would notice if I was gone
the urge to cut
I want to die for what I did
I feel like dying for real
I am in crisis at Christmas
"""
OF_NEITHER = """
he beats me at chess
my son beats me at cards
she beats me at darts every week
I beat him at table tennis
beats me at a game of pool
it beats me why
it just hit me that I have no hobbies
the music hits me like a train
what hits me most is the quiet
I hurt myself at the gym
I hurt myself at football
I hurt myself running
cut myself some slack
I cut myself shaving
cutting myself off from people
my back hurts me
the stairs kill me
it wouldn't kill me to try yoga
she pushes me around the park in my wheelchair
he pushes me in my wheelchair
deer stalking
thinking of ending my gym membership
a plan to end the week well
fed up of being indoors
fed up with bingo
saving up for a holiday
banging my head against a brick wall
I hurt my shoulder and want to swim
he reads my poems
a lock-in at the pub
over the hills
making myself a cake
written a novel
fed up of living alone
sick of living on my own
I can't keep going to the gym alone
my mate beats me at FIFA
being around people more
I don't want to be around crowds
cutting hair again
a way out of the house
can't keep fit
something silly to do with friends
scared to death of heights
a book of matches
volunteering at Crisis at Christmas
cakes to die for
dying to try salsa
following a football team
takes all my time
the rent takes all my money
no violence please
a girl at my choir
"""


def _lines(said: str) -> list[str]:
    return said.strip().splitlines()


@pytest.mark.parametrize("said", _lines(OF_VIOLENCE + OF_DESPAIR.lstrip()))
def test_help_comes_first(said):
    assert asks_for_help(said)


@pytest.mark.parametrize("said", _lines(OF_NEITHER))
def test_what_only_sounds_like_it_is_looked_for(said):
    assert not asks_for_help(said)


def test_what_was_done_long_ago_may_be_helped_by_a_group_and_is_looked_for():
    for said in ("abused as a child", "a group for childhood abuse", "I was assaulted"):
        assert without_harm(said) == said


def test_being_bullied_and_seeing_no_point_are_low():
    for said in ("I am being bullied", "there's no point anymore"):
        assert sounds_low(said) and not asks_for_help(said)
