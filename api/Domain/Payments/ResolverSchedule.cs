namespace BillingHeadless.Domain.Payments;

/// <summary>How long after an operation began, and after each question, the gateway is asked what became of it (ruling 17).</summary>
public static class ResolverSchedule
{
    /// <summary>So many answers "not found" in a row, after the gateway's settling delay, prove that nothing happened.</summary>
    public const int NotFoundAnswers = 2;

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(24),
    ];

    /// <summary>For so long a gateway may say that a payment is still on its way, as a bank transfer is for days.</summary>
    public static readonly TimeSpan LongestPending = TimeSpan.FromDays(60);

    /// <summary>How long to wait after so many questions, or null when a person must look.</summary>
    public static TimeSpan? DelayAfter(int questions) => questions < Delays.Length ? Delays[questions] : null;

    /// <summary>The same of a payment whose gateway knows that it is on its way: nobody has to look, it is asked once a day.</summary>
    public static TimeSpan? DelayWhilePending(int questions, TimeSpan age) => DelayAfter(questions) ?? (age < LongestPending ? Delays[^1] : null);
}
