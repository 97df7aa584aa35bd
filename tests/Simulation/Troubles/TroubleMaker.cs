using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Tests.Simulation.Troubles;

/// <summary>
/// Stands at every commit and every outgoing call of the engine and makes there the trouble that is planned. A process that has died
/// commits nothing and calls nobody any more.
/// </summary>
internal sealed class TroubleMaker : ICommitObserver, IOutgoingCallObserver
{
    private CancellationTokenSource life = new();
    private Trouble? planned;
    private int passes;

    /// <summary>Ends when the process dies.</summary>
    public CancellationToken Life => life.Token;

    public bool HasDied => life.IsCancellationRequested;

    /// <summary>As long as it lasts, no request reaches the provider.</summary>
    public bool IsProviderDown { get; set; }

    /// <summary>How often each trouble has come.</summary>
    public Dictionary<Trouble, int> Made { get; } = [];

    /// <summary>The trouble comes when its place has been passed so many times; it takes the place of an earlier one.</summary>
    public void Plan(Trouble? trouble, int passesBefore = 0) => (planned, passes) = (trouble, passesBefore);

    public void Revive()
    {
        life.Dispose();
        life = new CancellationTokenSource();
    }

    public void BeforeCommit()
    {
        if (HasDied || Comes(Trouble.DeathBeforeCommit))
        {
            Die();
        }
    }

    public void AfterCommit()
    {
        if (Comes(Trouble.DeathAfterCommit))
        {
            Die();
        }
    }

    public void Before(OutgoingCall call)
    {
        if (HasDied || Comes(Trouble.DeathBeforeRequest))
        {
            Die();
        }

        if (IsProviderDown || Comes(Trouble.RequestLost))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The simulated network is down.");
        }
    }

    public void After(OutgoingCall call)
    {
        if (Comes(Trouble.DeathAfterAnswer))
        {
            Die();
        }

        if (Comes(Trouble.AnswerLost))
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The simulated network has lost the answer.");
        }
    }

    private bool Comes(Trouble trouble)
    {
        if (planned != trouble || passes-- > 0)
        {
            return false;
        }

        planned = null;
        Made[trouble] = Made.GetValueOrDefault(trouble) + 1;
        return true;
    }

    private void Die()
    {
        life.Cancel();
        throw new ProcessDiedException();
    }
}

/// <summary>Thrown where the process has died; whatever it was doing ends here.</summary>
internal sealed class ProcessDiedException() : Exception("The simulated process has died.");
