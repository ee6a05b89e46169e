using ActorKube.Actors.Scheduling.Filters;

namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>A preference among nodes that a pod can go to. Made for one pod and one decision.</summary>
internal interface INodeScore
{
    /// <summary>What it weighs against the others.</summary>
    int Weight { get; }

    /// <summary>Scores from 0 to 100, the higher the better.</summary>
    /// <param name="rates">One for each of the nodes, 0 so far.</param>
    void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates);
}
