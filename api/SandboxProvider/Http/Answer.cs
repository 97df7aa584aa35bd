namespace BillingHeadless.SandboxProvider.Http;

/// <summary>What was asked for, or why not.</summary>
internal sealed record Answer<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(null, refusal);
}
