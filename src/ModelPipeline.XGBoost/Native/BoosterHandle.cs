using System.Runtime.InteropServices;

namespace ModelPipeline.XGBoost.Native;

/// <summary>A model inside the library; released when disposed or collected.</summary>
internal sealed class BoosterHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => NativeMethods.XGBoosterFree(handle) == 0;
}
