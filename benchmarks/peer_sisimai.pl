# The same mailbox with Sisimai: how many of its messages it finds a bounced recipient in.
use strict;
use warnings;
use Sisimai::Mail;
use Sisimai::Message;
use Sisimai::Data;

my $mailbox = Sisimai::Mail->new($ARGV[0]) or die "no mailbox: $ARGV[0]\n";
my ($messages, $recognised) = (0, 0);
while( defined(my $mail = $mailbox->read) ) {
    $messages += 1;
    my $read = Sisimai::Message->new('data' => $mail) or next;
    my $found = Sisimai::Data->make('data' => $read, 'delivered' => 1);
    $recognised += 1 if $found && scalar @$found;
}
print "$messages $recognised\n";
