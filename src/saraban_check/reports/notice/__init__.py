"""The outputs of `notice`: what section-10 notices say, what is wrong with them, and what to do."""
