namespace BillingHeadless.SandboxProvider;

/// <summary>Every bound of the provider.</summary>
internal static class Limits
{
    public const int RequestBodyBytes = 64 * 1024;
    public const int FormBodyBytes = 16 * 1024;
    public const int FormFields = 16;
    public const int FormFieldLength = 256;

    public const int ReferenceLength = 64;
    public const int IdempotencyKeyLength = 255;
    public const int DescriptionLength = 500;
    public const int UrlLength = 2000;
    public const int ShortestCredential = 24;
    public const int LongestCredential = 128;
    public const long LargestAmount = 1_000_000_000_000_000;
    public const int LongestDelaySeconds = 3600;
    public const int BookPage = 1000;

    public const int CodeTries = 3;

    public const int Readers = 8;
    public const int QueuedWrites = 4096;
    public const int WritesPerCommit = 256;

    public const int CallbacksInFlight = 64;
    public const int CallbacksPerStep = 2 * CallbacksInFlight;
    public const int RefundsPerStep = 256;

    /// <summary>Waits between the attempts of one callback; after the last one it is given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> CallbackRetries =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
    ];

    /// <summary>How long a payment page can be paid on.</summary>
    public static readonly TimeSpan CheckoutLifetime = TimeSpan.FromHours(1);

    public static readonly TimeSpan CallbackTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long the worker waits after the database has failed it.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>How far behind its successor a reordered callback comes.</summary>
    public static readonly TimeSpan ReorderedGap = TimeSpan.FromMilliseconds(200);
}
