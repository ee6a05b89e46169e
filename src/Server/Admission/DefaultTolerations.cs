using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>A pod that says nothing about nodes that are not ready or can't be reached tolerates them for a while.</summary>
public sealed class DefaultTolerations : IAdmission
{
    /// <summary>Seconds, as Kubernetes' plugin DefaultTolerationSeconds has it.</summary>
    public const long Seconds = 300;

    private const string NotReady = "node.kubernetes.io/not-ready";
    private const string Unreachable = "node.kubernetes.io/unreachable";
    private const string NoExecute = "NoExecute";

    public IApiObject Mutate(AdmissionRequest request, IApiObject value)
    {
        if (value is not Pod pod || request.Subresource.Length > 0 || request.Operation == AdmissionOperation.Delete)
        {
            return value;
        }

        var tolerations = pod.Spec.Tolerations ?? [];
        Toleration[] missing = [.. new[] { NotReady, Unreachable }
            .Where(taint => !tolerations.Any(t => Tolerates(t, taint)))
            .Select(taint => new Toleration { Key = taint, Operator = "Exists", Effect = NoExecute, TolerationSeconds = Seconds })];
        return missing.Length == 0 ? value : pod with { Spec = pod.Spec with { Tolerations = [.. tolerations, .. missing] } };
    }

    private static bool Tolerates(Toleration toleration, string taint) =>
        (string.IsNullOrEmpty(toleration.Key) || toleration.Key == taint) && toleration.Effect is null or "" or NoExecute;
}
