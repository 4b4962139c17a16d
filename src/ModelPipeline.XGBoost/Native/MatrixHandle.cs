using System.Runtime.InteropServices;

namespace ModelPipeline.XGBoost.Native;

/// <summary>Rows inside the library; released when disposed or collected.</summary>
internal sealed class MatrixHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => NativeMethods.XGDMatrixFree(handle) == 0;
}
