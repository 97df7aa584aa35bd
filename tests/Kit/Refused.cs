using BillingHeadless.Client;
using Xunit;

namespace BillingHeadless.Tests.Kit;

/// <summary>Expects a refusal by its permanent code.</summary>
public static class Refused
{
    public static async Task<BillingException> With(string code, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAnyAsync<BillingException>(call);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    /// <summary>Where a refusal is an answer, too, and a fault is not: its code, or null when the call was not refused.</summary>
    public static async Task<string?> CodeOf(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (BillingException refusal)
        {
            Assert.InRange(refusal.StatusCode, 400, 499);
            return refusal.Code;
        }
    }
}
