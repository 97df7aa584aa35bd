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
}
