namespace ActorKube.Actors.Scheduling;

/// <summary>Why a pod is where it is, or why it waits.</summary>
/// <param name="Namespace">Of the pod.</param>
/// <param name="Name">Of the pod.</param>
/// <param name="State"><c>missing</c>, <c>bound</c>, <c>ended</c>, <c>leaving</c>, <c>foreign</c>, <c>gated</c>, <c>claims</c>, <c>nominated</c>, <c>unschedulable</c> or <c>schedulable</c>.</param>
/// <param name="Summary">The same in a sentence.</param>
/// <param name="Nodes">How many nodes there are.</param>
/// <param name="EverFits">Whether it would fit if these nodes carried nothing; null where nobody looked.</param>
/// <param name="Rules">What each rule says, those that refuse anything.</param>
/// <param name="Remedies">What would have to change, any of these.</param>
public sealed record PodReport(
    string Namespace, string Name, string State, string Summary, int Nodes, bool? EverFits, IReadOnlyList<RuleReport> Rules, IReadOnlyList<string> Remedies);

/// <param name="Rule">In words.</param>
/// <param name="Excluded">Nodes that it refuses, whatever the others say.</param>
/// <param name="First">Of these the ones that no rule before it refuses: they are what the pod's message counts.</param>
/// <param name="Alone">Of these the ones that no other rule refuses.</param>
/// <param name="Never">It would refuse all nodes even if they carried nothing.</param>
/// <param name="Detail">What it is about here.</param>
public sealed record RuleReport(string Rule, int Excluded, int First, int Alone, bool Never, string Detail);
