using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server;

/// <summary>Every job there is: nothing else runs in the background.</summary>
public static class Schedule
{
    public static void AddJobs(this IServiceCollection services)
    {
    }
}
