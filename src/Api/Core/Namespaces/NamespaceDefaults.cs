using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>A namespace's label, phase and finalizer, which Kubernetes sets itself.</summary>
internal static class NamespaceDefaults
{
    public const string NameLabel = "kubernetes.io/metadata.name";
    public const string Active = "Active";
    public const string Terminating = "Terminating";

    public static Namespace Apply(Namespace ns) => WithNameLabel(ns with
    {
        Status = ns.Status with { Phase = string.IsNullOrEmpty(ns.Status.Phase) ? Active : ns.Status.Phase },
    });

    public static Namespace PrepareForCreate(Namespace ns) => WithNameLabel(ns with
    {
        Spec = ns.Spec with { Finalizers = WithKubernetes(ns.Spec.Finalizers ?? []) },
        Status = new NamespaceStatus { Phase = Active },
    });

    /// <summary>Labels a namespace with its name; one whose name isn't generated yet is left alone.</summary>
    public static Namespace WithNameLabel(Namespace ns)
    {
        if (ns.Metadata.Name is not { Length: > 0 } name || ns.Metadata.Labels?.GetValueOrDefault(NameLabel) == name)
        {
            return ns;
        }

        var labels = new Dictionary<string, string>(ns.Metadata.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [NameLabel] = name };
        return ns with { Metadata = ns.Metadata with { Labels = labels } };
    }

    private static IReadOnlyList<string> WithKubernetes(IReadOnlyList<string> finalizers) =>
        finalizers.Contains(FinalizerValidation.Kubernetes) ? finalizers : [.. finalizers, FinalizerValidation.Kubernetes];
}
