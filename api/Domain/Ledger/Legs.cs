namespace BillingHeadless.Domain.Ledger;

/// <summary>Divides one movement with several sources and several destinations into transfers: each source pays the destinations in order.</summary>
public static class Legs
{
    public static IReadOnlyList<TransferDraft> Match(
        IReadOnlyList<(AccountName Account, long Amount)> from, IReadOnlyList<(AccountName Account, long Amount)> to, TransferPhase phase = TransferPhase.Posted)
    {
        if (from.Sum(source => source.Amount) != to.Sum(target => target.Amount))
        {
            throw new ArgumentException("What leaves must arrive.", nameof(to));
        }

        var transfers = new List<TransferDraft>();
        var (place, left) = (0, to.Count > 0 ? to[0].Amount : 0);
        foreach (var (account, amount) in from)
        {
            var rest = amount;
            while (rest > 0)
            {
                while (left == 0)
                {
                    left = to[++place].Amount;
                }

                var part = Math.Min(rest, left);
                transfers.Add(new TransferDraft(account, to[place].Account, part, phase));
                (rest, left) = (rest - part, left - part);
            }
        }

        return transfers;
    }
}
