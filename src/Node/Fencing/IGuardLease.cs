namespace ActorKube.NodeAgent.Fencing;

/// <summary>
/// What the agent tells a guard: until when the host may take itself for alive. A guard is another process, which kills what must not run twice when it is told nothing later and
/// that time is over; it is there for an agent that is stopped, killed or stuck.
/// </summary>
public interface IGuardLease
{
    /// <summary>On a clock that all processes of the machine share; see <see cref="BootTime"/>.</summary>
    TimeSpan Now { get; }

    /// <param name="until">By the clock of <see cref="Now"/>; <see cref="TimeSpan.MaxValue"/> for ever.</param>
    void Renew(TimeSpan until);
}
