namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>
/// How often the page of an undecided payment renews itself: the longer nobody knows, the less often, and after an hour only
/// when the buyer asks. The page's address carries how often it has looked.
/// </summary>
public static class RefreshPace
{
    /// <summary>A minute, then ten, then an hour all in all.</summary>
    private static readonly (int Looks, int Seconds)[] Steps = [(15, 4), (36, 15), (50, 60)];

    /// <param name="looks">How often the page has renewed itself.</param>
    /// <returns>The seconds until it does so again; null when it no longer does.</returns>
    public static int? After(int looks)
    {
        foreach (var step in Steps)
        {
            if (looks < step.Looks)
            {
                return step.Seconds;
            }

            looks -= step.Looks;
        }

        return null;
    }
}
