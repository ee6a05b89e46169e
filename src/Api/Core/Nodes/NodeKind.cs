using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class NodeKind
{
    public static readonly Kind<Node> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "Node",
        Plural = "nodes",
        ShortNames = ["no"],
        Namespaced = false,
        HasStatus = true,
        OnDefault = NodeDefaults.Apply,
        OnCreate = NodeDefaults.PrepareForCreate,
        OnUpdate = NodeDefaults.PrepareForUpdate,
        OnStatusUpdate = NodeDefaults.PrepareForStatusUpdate,
        OnValidate = NodeValidation.Validate,
        OnValidateUpdate = NodeValidation.ValidateUpdate,
        OnClaims = NodeClaimNames.Of,
        OnValidateStatusUpdate = NodeValidation.ValidateChange,
        OnWarnings = static (node, _) => string.IsNullOrEmpty(node.Spec.ExternalID) ? [] : ["spec.externalID: this field is deprecated, and is unused by Kubernetes"],
        FieldSelectors = new Dictionary<string, Func<Node, string>> { ["spec.unschedulable"] = static n => n.Spec.Unschedulable ? "true" : "false" },
        TableColumns = NodeColumns.All,
    };
}
