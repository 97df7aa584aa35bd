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

    /// <summary>How long to wait after so many questions, or null when a person must look.</summary>
    public static TimeSpan? DelayAfter(int questions) => questions < Delays.Length ? Delays[questions] : null;
}
