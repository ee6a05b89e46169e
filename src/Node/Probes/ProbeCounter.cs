namespace ActorKube.NodeAgent.Probes;

/// <summary>Counts outcomes in a row and says when they are enough to change the result. Pure but for its own count.</summary>
internal sealed class ProbeCounter(int successThreshold, int failureThreshold, bool? initial)
{
    private bool? _last;
    private int _run;

    /// <summary>Null until there is one.</summary>
    public bool? Result { get; private set; } = initial;

    /// <summary>Returns whether the result has changed.</summary>
    public bool Observe(bool healthy)
    {
        _run = _last == healthy ? _run + 1 : 1;
        _last = healthy;
        if (Result == healthy || _run < (healthy ? Math.Max(1, successThreshold) : Math.Max(1, failureThreshold)))
        {
            return false;
        }

        Result = healthy;
        return true;
    }
}
