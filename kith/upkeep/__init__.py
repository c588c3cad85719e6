"""The moments that touch everything: a worker leaves, the clock stops, work is left undone, a copy is brought back.

Work that is done after a page has answered ("an errand") is a task of `django_tasks`, put in the queue inside the
action that causes it. Four things hold for each, and `errands` relies on them:

- It carries ids and nothing else: no words, no names, no addresses.
- The row it works on is the truth. It looks there first, and does nothing when nothing is left to do.
- Done twice, it is done once: it can be killed at any line, and is then begun again.
- It takes less than ten minutes. After that it is thought to be lost, and is begun again.
"""
